use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-unique-3-river",
    talib: "CDLUNIQUE3RIVER",
    aliases: &["unique-three-river"],
    meaning: "Unique three river: a new low that is rejected, then a small white candle",
    formula: "100 where a long black candle is followed by a black one that closes higher, opens \
              no higher and has a lower low, and by a short white one that opens above that low; \
              long is a body above the mean of the 10 before; short is one below the mean of the \
              10 before",
    ..entry::<UniqueThreeRiver, 3, 2>()
};

#[derive(Clone, Default)]
struct UniqueThreeRiver;

impl Pattern<3, 2> for UniqueThreeRiver {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(2), BODY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, short]: [f64; 2]) -> f64 {
        bullish(all([
            first.body() > long,
            first.is_black(),
            second.is_black(),
            second.close > first.close,
            second.open <= first.open,
            second.low < first.low,
            third.body() < short,
            third.is_white(),
            third.open > second.low,
        ]))
    }
}
