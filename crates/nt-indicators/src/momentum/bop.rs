use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "bop",
    talib: "BOP",
    aliases: &["balance-of-power"],
    group: Group::Momentum,
    meaning: "Balance of power: the body of a bar over its range, -1 to 1",
    formula: "(close - open) / (high - low); 0 for a bar without range",
    source: "Livshin, Balance of Market Power, Stocks & Commodities 19 (2001)",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Bop, 4, 1>(),
};

#[derive(Clone)]
struct Bop;

state!(Bop {});

impl Machine<4, 1> for Bop {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 1] {
        let range = high - low;
        [if range > 0.0 {
            (close - open) / range
        } else {
            0.0
        }]
    }
}
