use crate::blocks::{RollingCovariance, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "r-squared",
    talib: "",
    aliases: &["rsquared"],
    group: Group::Statistic,
    meaning: "R squared: how much of the last values a straight line explains, 0 to 1",
    formula: "Pearson's correlation of the last `period` values with their places, squared; 0 where they do not vary",
    source: "",
    inputs: &["value"],
    params: &[Param::period(14.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<RSquared, 1, 1>(),
};

#[derive(Clone)]
struct RSquared {
    bar: f64,
    pairs: RollingCovariance,
}

state!(RSquared { bar, pairs });

impl Machine<1, 1> for RSquared {
    fn open(params: &[f64]) -> Self {
        Self {
            bar: 0.0,
            pairs: RollingCovariance::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.bar += 1.0;
        let sums = self.pairs.update(self.bar, value);
        [ratio(sums.xy * sums.xy, sums.xx * sums.yy)]
    }
}
