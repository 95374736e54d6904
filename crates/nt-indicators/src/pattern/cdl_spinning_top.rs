use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-spinning-top",
    talib: "CDLSPINNINGTOP",
    aliases: &["spinning-top"],
    meaning: "Spinning top: a small body with longer shadows",
    formula: "100 for a white, -100 for a black short body with both shadows longer than it; \
              short is a body below the mean of the 10 before",
    ..entry::<SpinningTop, 1, 1>()
};

#[derive(Clone, Default)]
struct SpinningTop;

impl Pattern<1, 1> for SpinningTop {
    const LIMITS: [CandleLimit; 1] = [BODY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [short]: [f64; 1]) -> f64 {
        let found = all([
            candle.body() < short,
            candle.upper_shadow() > candle.body(),
            candle.lower_shadow() > candle.body(),
        ]);
        signal(found, candle.color() * 100.0)
    }
}
