use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-stars-in-south",
    talib: "CDL3STARSINSOUTH",
    aliases: &["three-stars-in-south"],
    meaning: "Three stars in the south: a fall that slows in three black candles",
    formula: "100 where a long black candle with a long lower shadow is followed by a smaller \
              black one that opens within its range and holds its low, and by a short black one \
              without shadows inside the range of the second; long is a body above the mean of \
              the 10 before; a long shadow is longer than the body; no shadow is one below 0.1 \
              of the mean range of the 10 before; short is one below the mean of the 10 before",
    ..entry::<ThreeStarsInSouth, 3, 5>()
};

#[derive(Clone, Default)]
struct ThreeStarsInSouth;

impl Pattern<3, 5> for ThreeStarsInSouth {
    const LIMITS: [CandleLimit; 5] = [
        BODY_LONG.at(2),
        SHADOW_LONG.at(2),
        SHADOW_VERY_SHORT.at(1),
        SHADOW_VERY_SHORT.at(0),
        BODY_SHORT.at(0),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [long, long_shadow, second_shadow, third_shadow, short]: [f64; 5],
    ) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_black(),
            third.is_black(),
            first.body() > long,
            first.lower_shadow() > long_shadow,
            second.body() < first.body(),
            second.open > first.close,
            second.open <= first.high,
            second.low < first.close,
            second.low >= first.low,
            second.lower_shadow() > second_shadow,
            third.body() < short,
            third.lower_shadow() < third_shadow,
            third.upper_shadow() < third_shadow,
            third.low > second.low,
            third.high < second.high,
        ]))
    }
}
