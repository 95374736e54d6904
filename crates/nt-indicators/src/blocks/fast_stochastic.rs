use super::dead_zone::is_rounding;
use super::rolling_extreme::RollingExtreme;
use super::window::BLOCK;
use crate::state::state;

/// Where a close lies in the range of the last `period` bars: 0 at its low, 100 at its high.
#[derive(Clone, Debug)]
pub(crate) struct FastStochastic {
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(FastStochastic { highest, lowest });

impl FastStochastic {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
        }
    }

    /// NaN while the window fills; 0 while there is no range.
    #[inline]
    pub(crate) fn update(&mut self, [high, low, close]: [f64; 3]) -> f64 {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        place(highest, lowest, close)
    }

    /// The values of columns of equal lengths from a fresh start, with the bits of
    /// [`FastStochastic::update`].
    pub(crate) fn fill(&self, inputs: [&[f64]; 3], out: &mut [f64]) {
        fill_ranges(inputs, self.highest.period(), out, place);
    }
}

/// A value made of the highest high, the lowest low and the close of each window of columns of
/// equal lengths.
pub(crate) fn fill_ranges(
    [high, low, close]: [&[f64]; 3],
    period: usize,
    out: &mut [f64],
    place: impl Fn(f64, f64, f64) -> f64,
) {
    // The bars before a block that its windows reach are few beside it.
    let block = (8 * BLOCK).max(4 * period);
    let mut lowest = vec![0.0; (block + period).min(out.len())];
    nt_math::rolling_max(out, high, period);
    for (start, out) in (0..).step_by(block).zip(out.chunks_mut(block)) {
        let reach = start - (period - 1).min(start);
        let bars = start..start + out.len();
        let lowest = &mut lowest[..bars.end - reach];
        nt_math::rolling_min(lowest, &low[reach..bars.end], period);
        nt_math::map_triples(out, &lowest[start - reach..], &close[bars], &place);
    }
}

#[inline]
fn place(highest: f64, lowest: f64, close: f64) -> f64 {
    let range = highest - lowest;
    let place = (close - lowest) / (range / 100.0);
    if is_rounding(range, highest.abs() + lowest.abs()) {
        0.0
    } else {
        place
    }
}
