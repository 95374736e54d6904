use crate::blocks::{Covariance, RollingCovariance};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "correl",
    talib: "CORREL",
    aliases: &["correlation"],
    group: Group::Statistic,
    meaning: "Pearson correlation of two columns, -1 to 1",
    formula: "cov(x, y) / sqrt(var(x) var(y)) over the last `period` pairs; 0 where one does not vary",
    source: "",
    inputs: &["x", "y"],
    params: &[Param::period(30.0, 1.0, "Pairs taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Correl, 2, 1>(),
};

#[derive(Clone)]
struct Correl(RollingCovariance);

state!(Correl { 0 });

impl Machine<2, 1> for Correl {
    fn open(params: &[f64]) -> Self {
        Self(RollingCovariance::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
        [self.0.update(x, y).correlation()]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(inputs, start, out, Covariance::correlation);
        }
    }
}
