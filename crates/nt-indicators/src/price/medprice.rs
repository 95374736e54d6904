use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "medprice",
    talib: "MEDPRICE",
    aliases: &["hl2", "median-price"],
    group: Group::Price,
    meaning: "Median price of a bar: the middle of its range",
    formula: "(high + low) / 2",
    source: "",
    inputs: &["high", "low"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Medprice, 2, 1>(),
};

#[derive(Clone)]
struct Medprice;

state!(Medprice {});

impl Machine<2, 1> for Medprice {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        [(high + low) * 0.5]
    }
}
