use super::once_there::leading_nans;
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
            last: Weighted::new(period.isqrt()).begin_at(period - 1),
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

    /// The averages on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let mut whole = vec![0.0; values.len()];
        self.half.fill(values, out);
        self.whole.fill(values, &mut whole);
        nt_math::map_triples(&mut whole, out, out, |whole, half, _| 2.0 * half - whole);
        let first = leading_nans(&whole);
        out[..first].fill(f64::NAN);
        self.last.fill(&whole[first..], &mut out[first..]);
    }
}
