use crate::blocks::{RollingExtreme, fill_middle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "midpoint",
    talib: "MIDPOINT",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Midpoint: half-way between the least and the greatest of the last values",
    formula: "(max + min of x[t-period+1] ... x[t]) / 2",
    source: "",
    inputs: &["value"],
    params: &[Param::period(14.0, 2.0, "Values compared")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Midpoint, 1, 1>(),
};

#[derive(Clone)]
struct Midpoint {
    period: usize,
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Midpoint { highest, lowest });

impl Machine<1, 1> for Midpoint {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0] as usize,
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [(self.highest.update(value) + self.lowest.update(value)) * 0.5]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill_middle(input, input, self.period, out);
        }
    }
}
