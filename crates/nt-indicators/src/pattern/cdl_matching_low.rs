use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-matching-low",
    talib: "CDLMATCHINGLOW",
    aliases: &["matching-low"],
    meaning: "Matching low: two black candles with equal closes",
    formula: "100 where a black candle is followed by a black one with an equal close; equal is \
              within 0.05 of the mean range of the 5 before",
    ..entry::<MatchingLow, 2, 1>()
};

#[derive(Clone, Default)]
struct MatchingLow;

impl Pattern<2, 1> for MatchingLow {
    const LIMITS: [CandleLimit; 1] = [EQUAL.at(1)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [equal]: [f64; 1]) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_black(),
            within(second.close, first.close, equal),
        ]))
    }
}
