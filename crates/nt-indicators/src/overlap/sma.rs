use crate::blocks::{RollingSum, fill_means};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sma",
    talib: "SMA",
    aliases: &["simple-moving-average"],
    group: Group::Overlap,
    meaning: "Simple moving average: the mean of the last values",
    formula: "(x[t] + x[t-1] + ... + x[t-period+1]) / period",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Sma, 1, 1>(),
};

#[derive(Clone)]
struct Sma {
    period: usize,
    sum: RollingSum,
}

state!(Sma { sum });

impl Machine<1, 1> for Sma {
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            period,
            sum: RollingSum::new(period),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.sum.mean(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill_means(input, self.period, start, out);
        }
    }
}
