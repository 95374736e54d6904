use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-black-crows",
    talib: "CDL3BLACKCROWS",
    aliases: &["three-black-crows"],
    meaning: "Three black crows: three black candles in a row, each lower, after a white one",
    formula: "-100 where a white candle is followed by three black ones without lower shadows, \
              each opening within the body before and closing lower, the first of them below the \
              high of the white one; no shadow is one below 0.1 of the mean range of the 10 \
              before",
    ..entry::<ThreeBlackCrows, 4, 3>()
};

#[derive(Clone, Default)]
struct ThreeBlackCrows;

impl Pattern<4, 3> for ThreeBlackCrows {
    const LIMITS: [CandleLimit; 3] = [
        SHADOW_VERY_SHORT.at(2),
        SHADOW_VERY_SHORT.at(1),
        SHADOW_VERY_SHORT.at(0),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth]: [Candle; 4],
        [second_shadow, third_shadow, fourth_shadow]: [f64; 3],
    ) -> f64 {
        bearish(all([
            first.is_white(),
            second.is_black(),
            second.lower_shadow() < second_shadow,
            third.is_black(),
            third.lower_shadow() < third_shadow,
            fourth.is_black(),
            fourth.lower_shadow() < fourth_shadow,
            third.open < second.open,
            third.open > second.close,
            fourth.open < third.open,
            fourth.open > third.close,
            first.high > second.close,
            second.close > third.close,
            third.close > fourth.close,
        ]))
    }
}
