use crate::blocks::{Lag, Smoother};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cvi",
    talib: "CVI",
    aliases: &["chaikin-volatility"],
    group: Group::Volatility,
    meaning: "Chaikin volatility: how much the smoothed range has changed, in percent",
    formula: "100 (e[t] / e[t-rocPeriod] - 1), e = ema(high - low, period); 0 where the earlier one is 0",
    source: "Chaikin",
    inputs: &["high", "low"],
    params: &[
        Param::period(10.0, 1.0, "Values whose weight the average resembles"),
        Param::bars(
            "rocPeriod",
            "rocperiod",
            10.0,
            1.0,
            "Bars between the two values",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize - 1 + params[1] as usize,
    compute: Compute::of::<Cvi, 2, 1>(),
};

#[derive(Clone)]
struct Cvi {
    smoother: Smoother,
    lag: Lag,
}

state!(Cvi { smoother, lag });

impl Machine<2, 1> for Cvi {
    fn open(params: &[f64]) -> Self {
        Self {
            smoother: Smoother::exponential(params[0] as usize),
            lag: Lag::new(params[1] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let range = self.smoother.update(high - low);
        if range.is_nan() {
            return [range];
        }
        let before = self.lag.update(range);
        [if before == 0.0 {
            0.0
        } else {
            100.0 * ((range - before) / before)
        }]
    }
}
