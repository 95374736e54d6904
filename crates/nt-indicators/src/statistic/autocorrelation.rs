use crate::blocks::{Lag, RollingCovariance};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "autocorrelation",
    talib: "",
    aliases: &["autocorr"],
    group: Group::Statistic,
    meaning: "Autocorrelation: how far the last values go with those some bars before them",
    formula: "Pearson's correlation of x[t] with x[t-lag] over `period` pairs; 0 where either side does not vary",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 2.0, "Pairs taken together"),
        Param::bars("lag", "", 1.0, 1.0, "Bars between the two values"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize + params[1] as usize - 1,
    compute: Compute::of::<Autocorrelation, 1, 1>(),
};

#[derive(Clone)]
struct Autocorrelation {
    lag: Lag,
    pairs: RollingCovariance,
}

state!(Autocorrelation { lag, pairs });

impl Machine<1, 1> for Autocorrelation {
    fn open(params: &[f64]) -> Self {
        Self {
            lag: Lag::new(params[1] as usize),
            pairs: RollingCovariance::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = self.lag.update(value);
        if before.is_nan() {
            return [before];
        }
        [self.pairs.update(value, before).correlation()]
    }
}
