use super::once_there::leading_nans;
use super::rolling_sum::RollingSum;
use crate::state::state;

/// The simple average of a simple average, which weighs the middle of the last `period` values
/// most.
#[derive(Clone, Debug)]
pub(crate) struct Triangular {
    inner: RollingSum,
    outer: RollingSum,
}

state!(Triangular { inner, outer });

impl Triangular {
    pub(crate) fn new(period: usize) -> Self {
        let inner = period.div_ceil(2);
        Self {
            inner: RollingSum::new(inner),
            outer: RollingSum::new(period + 1 - inner).begin_at(inner - 1),
        }
    }

    /// NaN while the windows fill.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let inner = self.inner.mean(value);
        if inner.is_nan() {
            inner
        } else {
            self.outer.mean(inner)
        }
    }

    /// The averages on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let mut inner = vec![0.0; values.len()];
        self.inner.fill_means(values, &mut inner);
        let first = leading_nans(&inner);
        out[..first].fill(f64::NAN);
        self.outer.fill_means(&inner[first..], &mut out[first..]);
    }
}
