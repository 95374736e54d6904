use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-long-line",
    talib: "CDLLONGLINE",
    aliases: &["long-line"],
    meaning: "Long line: a long body with short shadows",
    formula: "100 for a white, -100 for a black long body with two short shadows; long is a body \
              above the mean of the 10 before; a short shadow is below the mean shadow of the 10 \
              before",
    ..entry::<LongLine, 1, 2>()
};

#[derive(Clone, Default)]
struct LongLine;

impl Pattern<1, 2> for LongLine {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(0), SHADOW_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [long, shadow]: [f64; 2]) -> f64 {
        let found = all([
            candle.body() > long,
            candle.upper_shadow() < shadow,
            candle.lower_shadow() < shadow,
        ]);
        signal(found, candle.color() * 100.0)
    }
}
