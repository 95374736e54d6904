use crate::blocks::{RollingMoments, log_ratio, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "augen-price-spike",
    talib: "",
    aliases: &["aps"],
    group: Group::Momentum,
    meaning: "Augen price spike: the change of a bar in standard deviations of the changes before it",
    formula: "(x[t] - x[t-1]) / (x[t-1] sd), sd = population standard deviation of the `period` log returns up to t-1; 0 where that is 0",
    source: "Augen, The Volatility Edge in Options Trading (2008)",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Returns of the deviation")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize + 1,
    compute: Compute::of::<AugenPriceSpike, 1, 1>(),
};

#[derive(Clone)]
struct AugenPriceSpike {
    previous: f64,
    deviation: f64,
    moments: RollingMoments,
}

state!(AugenPriceSpike {
    previous,
    deviation,
    moments
});

impl Machine<1, 1> for AugenPriceSpike {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            deviation: f64::NAN,
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let spike = ratio(value - self.previous, self.deviation * self.previous);
        self.deviation = self
            .moments
            .variance(log_ratio(value, self.previous))
            .sqrt();
        self.previous = value;
        [spike]
    }
}
