use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-outside",
    talib: "CDL3OUTSIDE",
    aliases: &["three-outside"],
    meaning: "Three outside up or down: an engulfing that the third candle confirms",
    formula: "100 where a black candle is engulfed by a white one and the third closes higher \
              still, -100 for the mirror image",
    ..entry::<ThreeOutside, 3, 0>()
};

#[derive(Clone, Default)]
struct ThreeOutside;

impl Pattern<3, 0> for ThreeOutside {
    const LIMITS: [CandleLimit; 0] = [];
    /// One more than the candles call for, as in TA-Lib.
    const LOOKBACK: usize = 3;

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], []: [f64; 0]) -> f64 {
        let up = all([
            second.is_white(),
            first.is_black(),
            second.close > first.open,
            second.open < first.close,
            third.close > second.close,
        ]);
        let down = all([
            second.is_black(),
            first.is_white(),
            second.open > first.close,
            second.close < first.open,
            third.close < second.close,
        ]);
        signal(any([up, down]), second.color() * 100.0)
    }
}
