use super::lag::Lag;
use super::smoother::Smoother;
use crate::state::state;

/// An exponential average of values carried on by their own change over the lag of the average.
#[derive(Clone, Debug)]
pub(crate) struct ZeroLag {
    lag: Option<Lag>,
    smoother: Smoother,
}

state!(ZeroLag { lag, smoother });

impl ZeroLag {
    pub(crate) fn new(period: usize) -> Self {
        let lag = (period - 1) / 2;
        Self {
            lag: (lag > 0).then(|| Lag::new(lag)),
            smoother: Smoother::exponential(period),
        }
    }

    /// Values before the first average.
    pub(crate) const fn lookback(period: usize) -> usize {
        (period - 1) / 2 + period - 1
    }

    /// NaN while warming up.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let before = self.lag.as_mut().map_or(value, |lag| lag.update(value));
        if before.is_nan() {
            return before;
        }
        self.smoother.update(2.0 * value - before)
    }

    /// The averages of a column of finite values, from bar `start` on.
    pub(crate) fn fill(&mut self, input: &[f64], start: usize, out: &mut [f64]) {
        let carry = |value, before| 2.0 * value - before;
        match &self.lag {
            Some(lag) => lag.fill(input, start, out, carry),
            None => out.copy_from_slice(&input[start..]),
        }
        let warm_up = self.lag.as_ref().map_or(0, Lag::bars);
        let first = warm_up.clamp(start, input.len()) - start;
        self.smoother.smooth(&mut out[first..]);
    }
}
