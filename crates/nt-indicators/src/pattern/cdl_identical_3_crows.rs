use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-identical-3-crows",
    talib: "CDLIDENTICAL3CROWS",
    aliases: &["identical-three-crows"],
    meaning: "Identical three crows: three black candles, each opening where the one before closed",
    formula: "-100 where three black candles without lower shadows close lower each and open \
              equal to the close before; no shadow is one below 0.1 of the mean range of the 10 \
              before; equal is within 0.05 of the mean range of the 5 before",
    ..entry::<IdenticalThreeCrows, 3, 5>()
};

#[derive(Clone, Default)]
struct IdenticalThreeCrows;

impl Pattern<3, 5> for IdenticalThreeCrows {
    const LIMITS: [CandleLimit; 5] = [
        SHADOW_VERY_SHORT.at(2),
        SHADOW_VERY_SHORT.at(1),
        SHADOW_VERY_SHORT.at(0),
        EQUAL.at(2),
        EQUAL.at(1),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [
            first_shadow,
            second_shadow,
            third_shadow,
            first_equal,
            second_equal,
        ]: [f64; 5],
    ) -> f64 {
        bearish(all([
            first.is_black(),
            first.lower_shadow() < first_shadow,
            second.is_black(),
            second.lower_shadow() < second_shadow,
            third.is_black(),
            third.lower_shadow() < third_shadow,
            first.close > second.close,
            second.close > third.close,
            within(second.open, first.close, first_equal),
            within(third.open, second.close, second_equal),
        ]))
    }
}
