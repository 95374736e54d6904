use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-upside-gap-2-crows",
    talib: "CDLUPSIDEGAP2CROWS",
    aliases: &["upside-gap-two-crows"],
    meaning: "Upside gap two crows: two black candles above a gap, the second engulfing the first",
    formula: "-100 where a long white candle is followed by a short black one that gaps up and a \
              black one that engulfs it and closes above the close of the white one; long is a \
              body above the mean of the 10 before; short is one below the mean of the 10 before",
    ..entry::<UpsideGapTwoCrows, 3, 2>()
};

#[derive(Clone, Default)]
struct UpsideGapTwoCrows;

impl Pattern<3, 2> for UpsideGapTwoCrows {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(2), BODY_SHORT.at(1)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, short]: [f64; 2]) -> f64 {
        bearish(all([
            first.is_white(),
            first.body() > long,
            second.is_black(),
            second.body() <= short,
            second.body_above(first),
            third.is_black(),
            third.open > second.open,
            third.close < second.close,
            third.close > first.close,
        ]))
    }
}
