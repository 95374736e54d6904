use super::kick::kicks;
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-kicking",
    talib: "CDLKICKING",
    aliases: &["kicking"],
    meaning: "Kicking: two marubozu of opposite colors with a gap between them",
    formula: "100 where a long black candle without shadows is followed by a long white one \
              without shadows that gaps up, -100 for the mirror image; the gap includes the \
              shadows; no shadow is one below 0.1 of the mean range of the 10 before; long is a \
              body above the mean of the 10 before",
    ..entry::<Kicking, 2, 4>()
};

#[derive(Clone, Default)]
struct Kicking;

impl Pattern<2, 4> for Kicking {
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
        signal(found, second.color() * 100.0)
    }
}
