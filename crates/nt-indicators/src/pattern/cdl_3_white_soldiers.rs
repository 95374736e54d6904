use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-white-soldiers",
    talib: "CDL3WHITESOLDIERS",
    aliases: &["three-white-soldiers"],
    meaning: "Three advancing white soldiers: three white candles in a row, each higher",
    formula: "100 where three white candles without upper shadows close higher each, open in or \
              near the body before, none far smaller than the one before and the last not short; \
              no shadow is one below 0.1 of the mean range of the 10 before; near is within 0.2 \
              of the mean range of the 5 before; far is 0.6 of the mean range of the 5 before; \
              short is a body below the mean of the 10 before",
    ..entry::<ThreeWhiteSoldiers, 3, 8>()
};

#[derive(Clone, Default)]
struct ThreeWhiteSoldiers;

impl Pattern<3, 8> for ThreeWhiteSoldiers {
    const LIMITS: [CandleLimit; 8] = [
        SHADOW_VERY_SHORT.at(2),
        SHADOW_VERY_SHORT.at(1),
        SHADOW_VERY_SHORT.at(0),
        NEAR.at(2),
        NEAR.at(1),
        FAR.at(2),
        FAR.at(1),
        BODY_SHORT.at(0),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [
            first_shadow,
            second_shadow,
            third_shadow,
            first_near,
            second_near,
            first_far,
            second_far,
            short,
        ]: [f64; 8],
    ) -> f64 {
        bullish(all([
            first.is_white(),
            first.upper_shadow() < first_shadow,
            second.is_white(),
            second.upper_shadow() < second_shadow,
            third.is_white(),
            third.upper_shadow() < third_shadow,
            third.close > second.close,
            second.close > first.close,
            second.open > first.open,
            second.open <= first.close + first_near,
            third.open > second.open,
            third.open <= second.close + second_near,
            second.body() > first.body() - first_far,
            third.body() > second.body() - second_far,
            third.body() > short,
        ]))
    }
}
