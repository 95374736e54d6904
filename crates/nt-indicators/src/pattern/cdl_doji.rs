use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-doji",
    talib: "CDLDOJI",
    aliases: &["doji"],
    meaning: "Doji: open and close are about equal",
    formula: "100 for a doji; a doji has a body of at most 0.1 of the mean range of the 10 before",
    ..entry::<Doji, 1, 1>()
};

#[derive(Clone, Default)]
struct Doji;

impl Pattern<1, 1> for Doji {
    const LIMITS: [CandleLimit; 1] = [BODY_DOJI.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji]: [f64; 1]) -> f64 {
        bullish(candle.body() <= doji)
    }
}
