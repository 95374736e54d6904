use crate::blocks::{RollingExtreme, fill_middle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "midprice",
    talib: "MIDPRICE",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Midprice: half-way between the lowest low and the highest high",
    formula: "(highest high + lowest low over `period` bars) / 2",
    source: "",
    inputs: &["high", "low"],
    params: &[Param::period(14.0, 2.0, "Bars compared")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Midprice, 2, 1>(),
};

#[derive(Clone)]
struct Midprice {
    period: usize,
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Midprice { highest, lowest });

impl Machine<2, 1> for Midprice {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0] as usize,
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        [(self.highest.update(high) + self.lowest.update(low)) * 0.5]
    }

    fn fill(&mut self, [high, low]: [&[f64]; 2], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill_middle(high, low, self.period, out);
        }
    }
}
