use crate::blocks::{RollingExtreme, fill_ranges, is_rounding};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "willr",
    talib: "WILLR",
    aliases: &["williams-percent-r"],
    group: Group::Momentum,
    meaning: "Williams %R: how far the close is below the recent high, in percent of the range, -100 to 0",
    formula: "-100 (highest high - close) / (highest high - lowest low); 0 where there is no range",
    source: "Williams, How I Made One Million Dollars (1979)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 2.0, "Bars of the range")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Willr, 3, 1>(),
};

#[derive(Clone)]
struct Willr {
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Willr { highest, lowest });

impl Machine<3, 1> for Willr {
    fn open(params: &[f64]) -> Self {
        Self {
            highest: RollingExtreme::highest(params[0] as usize),
            lowest: RollingExtreme::lowest(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        [place(
            self.highest.update(high),
            self.lowest.update(low),
            close,
        )]
    }

    fn fill(&mut self, inputs: [&[f64]; 3], _: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            fill_ranges(inputs, self.highest.period(), out, place);
        }
    }
}

#[inline]
fn place(highest: f64, lowest: f64, close: f64) -> f64 {
    let range = highest - lowest;
    let place = (highest - close) / (range / -100.0);
    if is_rounding(range, highest.abs() + lowest.abs()) {
        0.0
    } else {
        place
    }
}
