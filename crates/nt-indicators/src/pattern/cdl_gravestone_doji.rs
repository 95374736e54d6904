use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-gravestone-doji",
    talib: "CDLGRAVESTONEDOJI",
    aliases: &["gravestone-doji"],
    meaning: "Gravestone doji: a doji with an upper shadow only",
    formula: "100 for a doji with an upper shadow and no lower one; a doji has a body of at most \
              0.1 of the mean range of the 10 before; no shadow is one below 0.1 of the mean \
              range of the 10 before",
    ..entry::<GravestoneDoji, 1, 2>()
};

#[derive(Clone, Default)]
struct GravestoneDoji;

impl Pattern<1, 2> for GravestoneDoji {
    const LIMITS: [CandleLimit; 2] = [BODY_DOJI.at(0), SHADOW_VERY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji, shadow]: [f64; 2]) -> f64 {
        bullish(all([
            candle.body() <= doji,
            candle.lower_shadow() < shadow,
            candle.upper_shadow() > shadow,
        ]))
    }
}
