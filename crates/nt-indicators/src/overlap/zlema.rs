use crate::blocks::{Lag, Smoother};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "zlema",
    talib: "ZLEMA",
    aliases: &["zero-lag-exponential-moving-average"],
    group: Group::Overlap,
    meaning: "Zero-lag exponential moving average: an exponential average of prices carried on by their own change",
    formula: "ema(2 x[t] - x[t-lag], period), lag = (period - 1) / 2 rounded down",
    source: "Ehlers and Way, Zero Lag (2010)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values whose weight it resembles")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| (params[0] as usize - 1) / 2 + params[0] as usize - 1,
    compute: Compute::of::<Zlema, 1, 1>(),
};

#[derive(Clone)]
struct Zlema {
    lag: Option<Lag>,
    smoother: Smoother,
}

state!(Zlema { lag, smoother });

impl Machine<1, 1> for Zlema {
    fn open(params: &[f64]) -> Self {
        Self {
            lag: (params[0] >= 3.0).then(|| Lag::new((params[0] as usize - 1) / 2)),
            smoother: Smoother::exponential(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = self.lag.as_mut().map_or(value, |lag| lag.update(value));
        [if before.is_nan() {
            before
        } else {
            self.smoother.update(2.0 * value - before)
        }]
    }
}
