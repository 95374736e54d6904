use crate::blocks::{RollingMoments, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "z-score",
    talib: "",
    aliases: &["zscore"],
    group: Group::Statistic,
    meaning: "Z-score: how many standard deviations a value is from the mean of the last ones",
    formula: "(x[t] - mean) / sd over the last `period` values, sd dividing by n; 0 where that is 0",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<ZScore, 1, 1>(),
};

#[derive(Clone)]
struct ZScore(RollingMoments);

state!(ZScore { 0 });

impl Machine<1, 1> for ZScore {
    fn open(params: &[f64]) -> Self {
        Self(RollingMoments::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let deviation = self.0.variance(value).sqrt();
        [ratio(self.0.above_mean(value), deviation)]
    }
}
