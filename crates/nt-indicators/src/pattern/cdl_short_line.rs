use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-short-line",
    talib: "CDLSHORTLINE",
    aliases: &["short-line"],
    meaning: "Short line: a short body with short shadows",
    formula: "100 for a white, -100 for a black short body with two short shadows; short is a \
              body below the mean of the 10 before; a short shadow is below the mean shadow of \
              the 10 before",
    ..entry::<ShortLine, 1, 2>()
};

#[derive(Clone, Default)]
struct ShortLine;

impl Pattern<1, 2> for ShortLine {
    const LIMITS: [CandleLimit; 2] = [BODY_SHORT.at(0), SHADOW_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [short, shadow]: [f64; 2]) -> f64 {
        let found = all([
            candle.body() < short,
            candle.upper_shadow() < shadow,
            candle.lower_shadow() < shadow,
        ]);
        signal(found, candle.color() * 100.0)
    }
}
