use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-high-wave",
    talib: "CDLHIGHWAVE",
    aliases: &["high-wave"],
    meaning: "High-wave candle: a small body between very long shadows",
    formula: "100 for a white, -100 for a black short body with two very long shadows; short is \
              a body below the mean of the 10 before; a very long shadow is longer than two \
              bodies",
    ..entry::<HighWave, 1, 2>()
};

#[derive(Clone, Default)]
struct HighWave;

impl Pattern<1, 2> for HighWave {
    const LIMITS: [CandleLimit; 2] = [BODY_SHORT.at(0), SHADOW_VERY_LONG.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [short, long]: [f64; 2]) -> f64 {
        let found = all([
            candle.body() < short,
            candle.upper_shadow() > long,
            candle.lower_shadow() > long,
        ]);
        signal(found, candle.color() * 100.0)
    }
}
