use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-separating-lines",
    talib: "CDLSEPARATINGLINES",
    aliases: &["separating-lines"],
    meaning: "Separating lines: two candles of opposite colors from the same open",
    formula: "100 where a black candle is followed by a long white one with an equal open and no \
              lower shadow, -100 where a white one is followed by a long black one with an equal \
              open and no upper shadow; no shadow is one below 0.1 of the mean range of the 10 \
              before; long is a body above the mean of the 10 before; equal is within 0.05 of \
              the mean range of the 5 before",
    ..entry::<SeparatingLines, 2, 3>()
};

#[derive(Clone, Default)]
struct SeparatingLines;

impl Pattern<2, 3> for SeparatingLines {
    const LIMITS: [CandleLimit; 3] = [SHADOW_VERY_SHORT.at(0), BODY_LONG.at(0), EQUAL.at(1)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [shadow, long, equal]: [f64; 3]) -> f64 {
        let opening_shadow = if second.is_white() {
            second.lower_shadow()
        } else {
            second.upper_shadow()
        };
        let found = all([
            !first.is_colored_as(second),
            within(second.open, first.open, equal),
            second.body() > long,
            opening_shadow < shadow,
        ]);
        signal(found, second.color() * 100.0)
    }
}
