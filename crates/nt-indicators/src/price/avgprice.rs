use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "avgprice",
    talib: "AVGPRICE",
    aliases: &["ohlc4", "average-price"],
    group: Group::Price,
    meaning: "Average price of a bar",
    formula: "(open + high + low + close) / 4",
    source: "",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Avgprice, 4, 1>(),
};

#[derive(Clone)]
struct Avgprice;

state!(Avgprice {});

impl Machine<4, 1> for Avgprice {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 1] {
        [(high + low + close + open) / 4.0]
    }
}
