use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "typprice",
    talib: "TYPPRICE",
    aliases: &["hlc3", "typical-price"],
    group: Group::Price,
    meaning: "Typical price of a bar",
    formula: "(high + low + close) / 3",
    source: "",
    inputs: &["high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Typprice, 3, 1>(),
};

#[derive(Clone)]
struct Typprice;

state!(Typprice {});

impl Machine<3, 1> for Typprice {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        [(high + low + close) / 3.0]
    }
}
