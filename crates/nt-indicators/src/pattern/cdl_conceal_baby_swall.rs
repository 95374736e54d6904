use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-conceal-baby-swall",
    talib: "CDLCONCEALBABYSWALL",
    aliases: &["concealing-baby-swallow"],
    meaning: "Concealing baby swallow: four black candles, the last swallowing the third",
    formula: "100 where two black candles without shadows are followed by a black one that gaps \
              down with an upper shadow into the second body and a black one that holds the \
              whole third candle; no shadow is one below 0.1 of the mean range of the 10 before",
    ..entry::<ConcealBabySwall, 4, 3>()
};

#[derive(Clone, Default)]
struct ConcealBabySwall;

impl Pattern<4, 3> for ConcealBabySwall {
    const LIMITS: [CandleLimit; 3] = [
        SHADOW_VERY_SHORT.at(3),
        SHADOW_VERY_SHORT.at(2),
        SHADOW_VERY_SHORT.at(1),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth]: [Candle; 4],
        [first_shadow, second_shadow, third_shadow]: [f64; 3],
    ) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_black(),
            third.is_black(),
            fourth.is_black(),
            first.lower_shadow() < first_shadow,
            first.upper_shadow() < first_shadow,
            second.lower_shadow() < second_shadow,
            second.upper_shadow() < second_shadow,
            third.body_below(second),
            third.upper_shadow() > third_shadow,
            third.high > second.close,
            fourth.high > third.high,
            fourth.low < third.low,
        ]))
    }
}
