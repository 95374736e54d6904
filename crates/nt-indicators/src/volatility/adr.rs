use crate::blocks::{RollingSum, made};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "adr",
    talib: "ADR",
    aliases: &["average-daily-range"],
    group: Group::Volatility,
    meaning: "Average range of a bar, from its low to its high",
    formula: "sma(high - low, period)",
    source: "",
    inputs: &["high", "low"],
    params: &[Param::period(14.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Adr, 2, 1>(),
};

#[derive(Clone)]
struct Adr {
    ranges: RollingSum,
}

state!(Adr { ranges });

impl Machine<2, 1> for Adr {
    fn open(params: &[f64]) -> Self {
        Self {
            ranges: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        [self.ranges.mean(high - low)]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let ranges = made(inputs, start, |[high, low]| high - low);
        self.ranges.fill_means(&ranges, out);
    }
}
