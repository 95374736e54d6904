use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-long-legged-doji",
    talib: "CDLLONGLEGGEDDOJI",
    aliases: &["long-legged-doji"],
    meaning: "Long-legged doji: a doji with a long shadow",
    formula: "100 for a doji with at least one long shadow; a doji has a body of at most 0.1 of \
              the mean range of the 10 before; a long shadow is longer than the body",
    ..entry::<LongLeggedDoji, 1, 2>()
};

#[derive(Clone, Default)]
struct LongLeggedDoji;

impl Pattern<1, 2> for LongLeggedDoji {
    const LIMITS: [CandleLimit; 2] = [BODY_DOJI.at(0), SHADOW_LONG.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji, long]: [f64; 2]) -> f64 {
        let long_shadow = any([candle.lower_shadow() > long, candle.upper_shadow() > long]);
        bullish(all([candle.body() <= doji, long_shadow]))
    }
}
