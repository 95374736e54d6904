use crate::blocks::{Candle, CandleAverage, CandleSetting};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cdl-doji",
    talib: "CDLDOJI",
    aliases: &["doji"],
    group: Group::Pattern,
    meaning: "Doji: open and close are about equal",
    formula: "100 where |close - open| <= 0.1 of the mean range of the 10 bars before, else 0",
    source: "",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[Output::WHOLE],
    stability: Stability::Window,
    lookback: |_| CandleSetting::BODY_DOJI.period(),
    compute: Compute::of::<Doji, 4, 1>(),
};

#[derive(Clone)]
struct Doji(CandleAverage);

state!(Doji { 0 });

impl Machine<4, 1> for Doji {
    fn open(_: &[f64]) -> Self {
        Self(CandleAverage::new(CandleSetting::BODY_DOJI, 0))
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let candle = Candle::new(row);
        let doji = self.0.value(candle).map(|most| candle.body() <= most);
        self.0.take(candle);
        [doji.map_or(f64::NAN, |doji| if doji { 100.0 } else { 0.0 })]
    }
}
