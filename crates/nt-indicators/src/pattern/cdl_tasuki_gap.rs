use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-tasuki-gap",
    talib: "CDLTASUKIGAP",
    aliases: &["tasuki-gap"],
    meaning: "Tasuki gap: a gap that a candle of the other color only partly closes",
    formula: "100 where a white candle gaps up and a black one of a near body opens within its \
              body and closes within the gap, -100 for the mirror image; near is within 0.2 of \
              the mean range of the 5 before",
    ..entry::<TasukiGap, 3, 1>()
};

#[derive(Clone, Default)]
struct TasukiGap;

impl Pattern<3, 1> for TasukiGap {
    const LIMITS: [CandleLimit; 1] = [NEAR.at(1)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [near]: [f64; 1]) -> f64 {
        let up = all([
            second.body_above(first),
            second.is_white(),
            third.is_black(),
            third.open < second.close,
            third.open > second.open,
            third.close < second.open,
            third.close > first.top(),
        ]);
        let down = all([
            second.body_below(first),
            second.is_black(),
            third.is_white(),
            third.open < second.open,
            third.open > second.close,
            third.close > second.open,
            third.close < first.bottom(),
        ]);
        let alike = (second.body() - third.body()).abs() < near;
        signal(all([any([up, down]), alike]), second.color() * 100.0)
    }
}
