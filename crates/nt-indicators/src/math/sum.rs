use crate::blocks::{RollingSum, fill_sums};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sum",
    talib: "SUM",
    aliases: &[],
    group: Group::MathOperator,
    meaning: "The sum of the last values",
    formula: "x[t] + x[t-1] + ... + x[t-period+1]",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Sum, 1, 1>(),
};

#[derive(Clone)]
struct Sum(RollingSum);

state!(Sum { 0 });

impl Machine<1, 1> for Sum {
    fn open(params: &[f64]) -> Self {
        Self(RollingSum::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill_sums(input, self.0.period(), start, out);
        }
    }
}
