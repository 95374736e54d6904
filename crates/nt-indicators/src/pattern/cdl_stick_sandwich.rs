use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-stick-sandwich",
    talib: "CDLSTICKSANDWICH",
    aliases: &["stick-sandwich"],
    meaning: "Stick sandwich: a white candle between two black ones with equal closes",
    formula: "100 where a black candle is followed by a white one above its close and a black \
              one with a close equal to the first; equal is within 0.05 of the mean range of the \
              5 before",
    ..entry::<StickSandwich, 3, 1>()
};

#[derive(Clone, Default)]
struct StickSandwich;

impl Pattern<3, 1> for StickSandwich {
    const LIMITS: [CandleLimit; 1] = [EQUAL.at(2)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [equal]: [f64; 1]) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_white(),
            third.is_black(),
            second.low > first.close,
            within(third.close, first.close, equal),
        ]))
    }
}
