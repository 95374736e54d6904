use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-closing-marubozu",
    talib: "CDLCLOSINGMARUBOZU",
    aliases: &["closing-marubozu"],
    meaning: "Closing marubozu: a long candle that closes at its extreme",
    formula: "100 for a long white candle without upper shadow, -100 for a long black one \
              without lower shadow; long is a body above the mean of the 10 before; no shadow is \
              one below 0.1 of the mean range of the 10 before",
    ..entry::<ClosingMarubozu, 1, 2>()
};

#[derive(Clone, Default)]
struct ClosingMarubozu;

impl Pattern<1, 2> for ClosingMarubozu {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(0), SHADOW_VERY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [long, shadow]: [f64; 2]) -> f64 {
        let closing_shadow = if candle.is_white() {
            candle.upper_shadow()
        } else {
            candle.lower_shadow()
        };
        let found = all([candle.body() > long, closing_shadow < shadow]);
        signal(found, candle.color() * 100.0)
    }
}
