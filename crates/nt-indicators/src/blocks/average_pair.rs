use super::moving_average::MovingAverage;
use super::smoother::Smoother;
use crate::state::state;

/// A fast and a slow moving average of one kind over the same values.
#[derive(Clone, Debug)]
pub(crate) struct AveragePair {
    fast: MovingAverage,
    slow: MovingAverage,
}

state!(AveragePair { fast, slow });

impl AveragePair {
    /// From the fast period, the slow period and the kind; the shorter period is the fast one.
    pub(crate) fn new(params: &[f64]) -> Self {
        let (fast, slow) = (params[0].min(params[1]), params[0].max(params[1]));
        let average = |period: f64| MovingAverage::new(params[2], period as usize);
        Self {
            fast: average(fast),
            slow: average(slow),
        }
    }

    /// Values before both averages are there.
    pub(crate) fn lookback(params: &[f64]) -> usize {
        MovingAverage::lookback(params[2], params[0].max(params[1]))
    }

    /// How slowly the weights of both fade; see [`MovingAverage::fading`].
    pub(crate) fn fading(params: &[f64]) -> f64 {
        MovingAverage::fading(params[2], params[0].max(params[1]))
    }

    /// The fast and the slow average.
    #[inline(always)]
    pub(crate) fn update(&mut self, value: f64) -> [f64; 2] {
        [self.fast.update(value), self.slow.update(value)]
    }

    /// A value made of the fast and the slow average for the next values, all finite.
    pub(crate) fn fill(
        &mut self,
        values: &[f64],
        out: &mut [f64],
        value: impl Fn(f64, f64) -> f64,
    ) {
        let mut slow = values.to_vec();
        match (&mut self.fast, &mut self.slow) {
            (MovingAverage::Exponential(fast), MovingAverage::Exponential(slower)) => {
                out.copy_from_slice(values);
                Smoother::smooth_both([fast, slower], [&mut *out, &mut slow]);
            }
            (fast, slower) => {
                fast.fill(values, out);
                slower.fill(values, &mut slow);
            }
        }
        nt_math::map_triples(out, &slow, &slow, |fast, slow, _| value(fast, slow));
    }
}
