use super::fill_means::fill_means;
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
            outer: RollingSum::new(period + 1 - inner),
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

    /// The averages of finite values from a fresh start, with the bits of [`Triangular::update`].
    pub(crate) fn fill(&self, input: &[f64], out: &mut [f64]) {
        let mut inner = vec![0.0; input.len()];
        fill_means(input, self.inner.period(), &mut inner);
        let first = (self.inner.period() - 1).min(input.len());
        out[..first].fill(f64::NAN);
        fill_means(&inner[first..], self.outer.period(), &mut out[first..]);
    }
}
