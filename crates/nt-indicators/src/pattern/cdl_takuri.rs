use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-takuri",
    talib: "CDLTAKURI",
    aliases: &["takuri"],
    meaning: "Takuri: a dragonfly doji with a very long lower shadow",
    formula: "100 for a doji with a very long lower shadow and no upper one; a doji has a body \
              of at most 0.1 of the mean range of the 10 before; no shadow is one below 0.1 of \
              the mean range of the 10 before; a very long shadow is longer than two bodies",
    ..entry::<Takuri, 1, 3>()
};

#[derive(Clone, Default)]
struct Takuri;

impl Pattern<1, 3> for Takuri {
    const LIMITS: [CandleLimit; 3] = [
        BODY_DOJI.at(0),
        SHADOW_VERY_SHORT.at(0),
        SHADOW_VERY_LONG.at(0),
    ];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji, shadow, long]: [f64; 3]) -> f64 {
        bullish(all([
            candle.body() <= doji,
            candle.upper_shadow() < shadow,
            candle.lower_shadow() > long,
        ]))
    }
}
