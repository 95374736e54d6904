use super::kick::kicks;
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-kicking-by-length",
    talib: "CDLKICKINGBYLENGTH",
    aliases: &["kicking-by-length"],
    meaning: "Kicking by length: a kicking that goes the way of its longer candle",
    formula: "found as `cdl-kicking` is; 100 where the longer body of the two is white, -100 \
              where it is black; no shadow is one below 0.1 of the mean range of the 10 before; \
              long is a body above the mean of the 10 before",
    ..entry::<KickingByLength, 2, 4>()
};

#[derive(Clone, Default)]
struct KickingByLength;

impl Pattern<2, 4> for KickingByLength {
    const LIMITS: [CandleLimit; 4] = [
        SHADOW_VERY_SHORT.at(1),
        SHADOW_VERY_SHORT.at(0),
        BODY_LONG.at(1),
        BODY_LONG.at(0),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second]: [Candle; 2],
        [first_shadow, second_shadow, first_long, second_long]: [f64; 4],
    ) -> f64 {
        let found = kicks(
            [first, second],
            [first_long, second_long],
            [first_shadow, second_shadow],
        );
        let longer = if second.body() > first.body() {
            second
        } else {
            first
        };
        signal(found, longer.color() * 100.0)
    }
}
