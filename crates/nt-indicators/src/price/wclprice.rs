use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "wclprice",
    talib: "WCLPRICE",
    aliases: &["hlcc4", "weighted-close-price"],
    group: Group::Price,
    meaning: "Weighted close price of a bar: the close counts twice",
    formula: "(high + low + 2 close) / 4",
    source: "",
    inputs: &["high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Wclprice, 3, 1>(),
};

#[derive(Clone)]
struct Wclprice;

state!(Wclprice {});

impl Machine<3, 1> for Wclprice {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        [(high + low + close * 2.0) / 4.0]
    }
}
