use super::hikkake::{break_out_of, entry};
use super::prelude::{Candle, CandleLimit, Indicator, NEAR, Pattern, all, signal};

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-hikkake-mod",
    talib: "CDLHIKKAKEMOD",
    aliases: &["modified-hikkake"],
    meaning: "Modified hikkake: a false break out of the second of two inside bars",
    formula: "100 where two candles, each within the range of the one before, the first closing \
              near its low or below, are followed by one with a lower high and a lower low, 200 \
              on the first close above the high of the second inside candle in the next 3 bars; \
              -100 and -200 for the mirror image; near is within 0.2 of the mean range of the 5 \
              before",
    ..entry::<HikkakeMod, 4, 1>()
};

#[derive(Clone, Default)]
struct HikkakeMod;

impl Pattern<4, 1> for HikkakeMod {
    const LIMITS: [CandleLimit; 1] = [NEAR.at(2)];
    /// One bar fewer than usual: the first candle needs no limit.
    const LOOKBACK: usize = 7;

    #[inline]
    fn signal(&self, [first, second, third, fourth]: [Candle; 4], [near]: [f64; 1]) -> f64 {
        let way = break_out_of(third, fourth);
        let near_end = if way > 0.0 {
            second.close <= second.low + near
        } else {
            second.close >= second.high - near
        };
        let found = all([second.inside(first), third.inside(second), near_end]);
        signal(found, way)
    }
}
