use super::weighted::Weighted;
use crate::state::state;

/// Hull's average: weighted averages over the period and its half, combined and smoothed over the
/// root of the period.
#[derive(Clone, Debug)]
pub(crate) struct Hull {
    half: Weighted,
    whole: Weighted,
    last: Weighted,
}

state!(Hull { half, whole, last });

impl Hull {
    /// Over at least 2 values.
    pub(crate) fn new(period: usize) -> Self {
        Self {
            half: Weighted::new(period / 2),
            whole: Weighted::new(period),
            last: Weighted::new(period.isqrt()),
        }
    }

    /// Values before the first average.
    pub(crate) const fn lookback(period: usize) -> usize {
        period + period.isqrt() - 2
    }

    /// NaN while the windows fill.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let half = self.half.update(value);
        let whole = self.whole.update(value);
        if whole.is_nan() {
            return whole;
        }
        self.last.update(2.0 * half - whole)
    }
}
