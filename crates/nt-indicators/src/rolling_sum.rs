use crate::anchor::Step;

/// A running sum over a window, fresh at every anchor and wherever it lost its digits.
#[derive(Clone, Debug, Default)]
pub(crate) struct RollingSum(f64);

/// A value that leaves takes with it the rounding error of its size: when it was so much greater
/// than what remains, the window is summed afresh.
const LOST_DIGITS: f64 = 1.0 / 1024.0;

impl RollingSum {
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
            Step::Slide if leaving.abs() * LOST_DIGITS <= slid.abs() => slid,
            Step::Wait => f64::NAN,
            _ => nt_math::sum(window()),
        };
        self.0
    }
}
