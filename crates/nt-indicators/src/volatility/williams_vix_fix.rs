use crate::blocks::{RollingExtreme, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "williams-vix-fix",
    talib: "",
    aliases: &["vix-fix"],
    group: Group::Volatility,
    meaning: "Williams VIX fix: how far the low is below the highest close of late, in percent",
    formula: "100 (highest close - low) / highest close over `period` bars; 0 where that is 0",
    source: "Williams, Active Trader (2007)",
    inputs: &["low", "close"],
    params: &[Param::period(
        22.0,
        1.0,
        "Closes of which the highest is taken",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<WilliamsVixFix, 2, 1>(),
};

#[derive(Clone)]
struct WilliamsVixFix(RollingExtreme);

state!(WilliamsVixFix { 0 });

impl Machine<2, 1> for WilliamsVixFix {
    fn open(params: &[f64]) -> Self {
        Self(RollingExtreme::highest(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [low, close]: [f64; 2]) -> [f64; 1] {
        let highest = self.0.update(close);
        [100.0 * ratio(highest - low, highest)]
    }
}
