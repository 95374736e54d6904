use crate::blocks::RollingCovariance;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "trend-correlation",
    talib: "",
    aliases: &["cti", "correlation-trend-indicator"],
    group: Group::Statistic,
    meaning: "Correlation trend: how much the last values look like a straight rise (1) or fall (-1)",
    formula: "Pearson's correlation of the last `period` values with their places; 0 where they do not vary",
    source: "Ehlers, Correlation As A Trend Indicator, Stocks & Commodities 38 (2020)",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<TrendCorrelation, 1, 1>(),
};

#[derive(Clone)]
struct TrendCorrelation {
    bar: f64,
    pairs: RollingCovariance,
}

state!(TrendCorrelation { bar, pairs });

impl Machine<1, 1> for TrendCorrelation {
    fn open(params: &[f64]) -> Self {
        Self {
            bar: 0.0,
            pairs: RollingCovariance::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.bar += 1.0;
        [self.pairs.update(self.bar, value).correlation()]
    }
}
