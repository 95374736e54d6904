use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-on-neck",
    talib: "CDLONNECK",
    aliases: &["on-neck"],
    meaning: "On-neck: a white candle from below the low that just reaches the low of a long \
              black one",
    formula: "-100 where a long black candle is followed by a white one that opens below its low \
              and closes equal to it; equal is within 0.05 of the mean range of the 5 before; \
              long is a body above the mean of the 10 before",
    ..entry::<OnNeck, 2, 2>()
};

#[derive(Clone, Default)]
struct OnNeck;

impl Pattern<2, 2> for OnNeck {
    const LIMITS: [CandleLimit; 2] = [EQUAL.at(1), BODY_LONG.at(1)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [equal, long]: [f64; 2]) -> f64 {
        bearish(all([
            first.is_black(),
            first.body() > long,
            second.is_white(),
            second.open < first.low,
            within(second.close, first.low, equal),
        ]))
    }
}
