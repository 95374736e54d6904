use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-belt-hold",
    talib: "CDLBELTHOLD",
    aliases: &["belt-hold"],
    meaning: "Belt-hold: a long candle that opens at its extreme",
    formula: "100 for a long white candle without lower shadow, -100 for a long black one \
              without upper shadow; long is a body above the mean of the 10 before; no shadow is \
              one below 0.1 of the mean range of the 10 before",
    ..entry::<BeltHold, 1, 2>()
};

#[derive(Clone, Default)]
struct BeltHold;

impl Pattern<1, 2> for BeltHold {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(0), SHADOW_VERY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [long, shadow]: [f64; 2]) -> f64 {
        let opening_shadow = if candle.is_white() {
            candle.lower_shadow()
        } else {
            candle.upper_shadow()
        };
        let found = all([candle.body() > long, opening_shadow < shadow]);
        signal(found, candle.color() * 100.0)
    }
}
