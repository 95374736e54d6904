use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cumsum",
    talib: "CUMSUM",
    aliases: &["cumulative-sum"],
    group: Group::MathOperator,
    meaning: "The sum of all values up to now",
    formula: "x[t] + x[t-1] + ... + x[0]",
    source: "",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<CumulativeSum, 1, 1>(),
};

#[derive(Clone)]
struct CumulativeSum(f64);

state!(CumulativeSum { 0 });

impl Machine<1, 1> for CumulativeSum {
    fn open(_: &[f64]) -> Self {
        Self(0.0)
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0 += value;
        [self.0]
    }
}
