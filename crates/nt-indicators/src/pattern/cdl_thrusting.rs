use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-thrusting",
    talib: "CDLTHRUSTING",
    aliases: &["thrusting"],
    meaning: "Thrusting: a white candle from below the low into the lower half of a long black \
              body",
    formula: "-100 where a long black candle is followed by a white one that opens below its low \
              and closes above its close (not equal to it) but not above its middle; equal is \
              within 0.05 of the mean range of the 5 before; long is a body above the mean of \
              the 10 before",
    ..entry::<Thrusting, 2, 2>()
};

#[derive(Clone, Default)]
struct Thrusting;

impl Pattern<2, 2> for Thrusting {
    const LIMITS: [CandleLimit; 2] = [EQUAL.at(1), BODY_LONG.at(1)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [equal, long]: [f64; 2]) -> f64 {
        bearish(all([
            first.is_black(),
            first.body() > long,
            second.is_white(),
            second.open < first.low,
            second.close > first.close + equal,
            second.close <= first.close + first.body() * 0.5,
        ]))
    }
}
