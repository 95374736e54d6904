use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-piercing",
    talib: "CDLPIERCING",
    aliases: &["piercing-line"],
    meaning: "Piercing line: a long white candle from below the low deep into a long black body",
    formula: "100 where a long black candle is followed by a long white one that opens below its \
              low and closes within its body above its middle; long is a body above the mean of \
              the 10 before",
    ..entry::<Piercing, 2, 2>()
};

#[derive(Clone, Default)]
struct Piercing;

impl Pattern<2, 2> for Piercing {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(1), BODY_LONG.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [first_long, second_long]: [f64; 2]) -> f64 {
        bullish(all([
            first.is_black(),
            first.body() > first_long,
            second.is_white(),
            second.body() > second_long,
            second.open < first.low,
            second.close < first.open,
            second.close > first.close + first.body() * 0.5,
        ]))
    }
}
