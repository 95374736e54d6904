use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-marubozu",
    talib: "CDLMARUBOZU",
    aliases: &["marubozu"],
    meaning: "Marubozu: a long body without shadows",
    formula: "100 for a white, -100 for a black long body without shadows; long is a body above \
              the mean of the 10 before; no shadow is one below 0.1 of the mean range of the 10 \
              before",
    ..entry::<Marubozu, 1, 2>()
};

#[derive(Clone, Default)]
struct Marubozu;

impl Pattern<1, 2> for Marubozu {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(0), SHADOW_VERY_SHORT.at(0)];

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
