use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-2-crows",
    talib: "CDL2CROWS",
    aliases: &["two-crows"],
    meaning: "Two crows: a gap up after a long white candle that two black ones close again",
    formula: "-100 where a long white candle is followed by a black one whose body gaps up and a \
              black one that opens within the second body and closes within the first; long is a \
              body above the mean of the 10 before",
    ..entry::<TwoCrows, 3, 1>()
};

#[derive(Clone, Default)]
struct TwoCrows;

impl Pattern<3, 1> for TwoCrows {
    const LIMITS: [CandleLimit; 1] = [BODY_LONG.at(2)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long]: [f64; 1]) -> f64 {
        bearish(all([
            first.is_white(),
            first.body() > long,
            second.is_black(),
            second.body_above(first),
            third.is_black(),
            third.open < second.open,
            third.open > second.close,
            third.close > first.open,
            third.close < first.close,
        ]))
    }
}
