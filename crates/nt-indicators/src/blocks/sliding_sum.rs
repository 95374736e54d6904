use super::anchor::{ANCHOR_EVERY, Step};
use crate::state::state;

/// A running sum over a window, fresh at every anchor and wherever it lost its digits.
#[derive(Clone, Debug, Default)]
pub(crate) struct SlidingSum(f64);

/// A value that leaves takes with it the rounding error of its size: when it was so much greater
/// than what remains, the window is summed afresh.
const LOST_DIGITS: f64 = 1.0 / 1024.0;

impl SlidingSum {
    /// Whether a sum that slid has kept its digits when a value left.
    #[inline]
    pub(crate) const fn keeps(slid: f64, leaving: f64) -> bool {
        leaving.abs() * LOST_DIGITS <= slid.abs()
    }

    /// The sum as it stands.
    pub(crate) const fn value(&self) -> f64 {
        self.0
    }

    /// The sum of the window, NaN while waiting.
    #[inline]
    pub(crate) fn step<'a>(
        &mut self,
        step: Step,
        entering: f64,
        leaving: f64,
        window: impl FnOnce() -> &'a [f64],
    ) -> f64 {
        let slid = self.0 + (entering - leaving);
        self.0 = match step {
            Step::Slide if Self::keeps(slid, leaving) => slid,
            Step::Wait => f64::NAN,
            _ => nt_math::sum(window()),
        };
        self.0
    }
}

/// Stretches from anchor to anchor that [`slide_side_by_side`] sums.
const SIDE_BY_SIDE: usize = 4;

/// Bars that [`slide_side_by_side`] takes.
pub(crate) const SLIDING: usize = SIDE_BY_SIDE * ANCHOR_EVERY;

/// The sums of [`SLIDING`] bars from an anchor on. The stretches between anchors do not depend on
/// each other, so the processor adds to all of them while one addition would still be under way.
///
/// False where a value is not finite, a sum lost its digits or the bars are fewer: what was written
/// is then of no use, and [`SlidingSum`] takes them one by one.
pub(crate) fn slide_side_by_side(
    input: &[f64],
    period: usize,
    start: usize,
    out: &mut [f64],
) -> bool {
    let (stretches, _) = out.as_chunks_mut::<ANCHOR_EVERY>();
    let Ok(stretches) = <&mut [_; SIDE_BY_SIDE]>::try_from(stretches) else {
        return false;
    };
    let first: [usize; SIDE_BY_SIDE] = std::array::from_fn(|at| start + at * ANCHOR_EVERY);
    let values = |from: usize| input[from..].first_chunk::<ANCHOR_EVERY>();
    let (entering, leaving) = (first.map(values), first.map(|bar| values(bar - period)));
    let mut sums = first.map(|bar| nt_math::sum(&input[bar + 1 - period..=bar]));
    for (stretch, sum) in stretches.iter_mut().zip(sums) {
        stretch[0] = sum;
    }
    let mut kept_digits = true;
    for bar in 1..ANCHOR_EVERY {
        for at in 0..SIDE_BY_SIDE {
            let (Some(entering), Some(leaving)) = (entering[at], leaving[at]) else {
                return false;
            };
            sums[at] += entering[bar] - leaving[bar];
            kept_digits &= leaving[bar].abs() * LOST_DIGITS <= sums[at].abs();
            stretches[at][bar] = sums[at];
        }
    }
    kept_digits && sums.iter().all(|sum| sum.is_finite())
}

state!(SlidingSum { 0 });
