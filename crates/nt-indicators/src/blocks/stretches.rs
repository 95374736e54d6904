use std::ops::Range;

use super::anchor::ANCHOR_EVERY;

/// Bars of a column of finite values, from the first or an anchor on, over which a window of
/// `period` slides from one fresh sum to the next, as [`super::Anchor`] says: the sums are fresh on
/// the first bar of each.
pub(crate) fn stretches(bars: Range<usize>, period: usize) -> impl Iterator<Item = Range<usize>> {
    let mut start = bars.start.max(period - 1);
    std::iter::from_fn(move || {
        let first = start;
        start = (first / ANCHOR_EVERY + 1) * ANCHOR_EVERY;
        (first < bars.end).then(|| first..start.min(bars.end))
    })
}
