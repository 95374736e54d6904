use super::anchor::Step;
use super::side_by_side::Stretches;
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

/// The sums of [`super::SLIDING`] bars from an anchor on.
///
/// False where a value is not finite, a sum lost its digits or the bars are fewer: what was written
/// is then of no use, and [`SlidingSum`] takes them one by one.
pub(crate) fn slide_side_by_side(
    input: &[f64],
    period: usize,
    start: usize,
    out: &mut [f64],
) -> bool {
    let Some(stretches) = Stretches::new(input, period, start, out) else {
        return false;
    };
    let mut sums = stretches.windows().map(nt_math::sum);
    let kept_digits = stretches.fill(sums, |at, entering, leaving| {
        sums[at] += entering - leaving;
        (sums[at], SlidingSum::keeps(sums[at], leaving))
    });
    kept_digits && sums.iter().all(|sum| sum.is_finite())
}

state!(SlidingSum { 0 });
