use crate::blocks;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "wma",
    talib: "WMA",
    aliases: &["weighted-moving-average"],
    group: Group::Overlap,
    meaning: "Weighted moving average: weights fall in equal steps from the latest value back",
    formula: "(period x[t] + (period-1) x[t-1] + ... + x[t-period+1]) / (period (period+1) / 2)",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Wma, 1, 1>(),
};

#[derive(Clone)]
struct Wma(blocks::Weighted);

state!(Wma { 0 });

impl Machine<1, 1> for Wma {
    fn open(params: &[f64]) -> Self {
        Self(blocks::Weighted::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(&input[start..], out);
        }
    }
}
