use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-homing-pigeon",
    talib: "CDLHOMINGPIGEON",
    aliases: &["homing-pigeon"],
    meaning: "Homing pigeon: a small black body within a long black one",
    formula: "100 where a long black body holds the short black one after it; long is a body \
              above the mean of the 10 before; short is one below the mean of the 10 before",
    ..entry::<HomingPigeon, 2, 2>()
};

#[derive(Clone, Default)]
struct HomingPigeon;

impl Pattern<2, 2> for HomingPigeon {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(1), BODY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [long, short]: [f64; 2]) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_black(),
            first.body() > long,
            second.body() <= short,
            second.open < first.open,
            second.close > first.close,
        ]))
    }
}
