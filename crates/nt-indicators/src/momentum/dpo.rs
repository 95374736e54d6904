use crate::blocks::{Lag, RollingSum};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "dpo",
    talib: "DPO",
    aliases: &["detrended-price-oscillator"],
    group: Group::Momentum,
    meaning: "Detrended price oscillator: an earlier price less the average, so that cycles stand out",
    formula: "x[t - period / 2 - 1] - sma(x, period)[t], period / 2 rounded down",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| (params[0] as usize - 1).max(params[0] as usize / 2 + 1),
    compute: Compute::of::<Dpo, 1, 1>(),
};

#[derive(Clone)]
struct Dpo {
    average: RollingSum,
    lag: Lag,
}

state!(Dpo { average, lag });

impl Machine<1, 1> for Dpo {
    fn open(params: &[f64]) -> Self {
        Self {
            average: RollingSum::new(params[0] as usize),
            lag: Lag::new(params[0] as usize / 2 + 1),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.lag.update(value) - self.average.mean(value)]
    }
}
