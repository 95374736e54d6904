use super::hikkake::{break_out_of, entry};
use super::prelude::{Candle, CandleLimit, Indicator, Pattern, signal};

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-hikkake",
    talib: "CDLHIKKAKE",
    aliases: &["hikkake"],
    meaning: "Hikkake: a break out of an inside bar that proves false",
    formula: "100 where a candle within the range of the one before is followed by one with a \
              lower high and a lower low, 200 on the first close above the high of the inside \
              candle in the next 3 bars; -100 and -200 for the mirror image",
    ..entry::<Hikkake, 3, 0>()
};

#[derive(Clone, Default)]
struct Hikkake;

impl Pattern<3, 0> for Hikkake {
    const LIMITS: [CandleLimit; 0] = [];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], []: [f64; 0]) -> f64 {
        signal(second.inside(first), break_out_of(second, third))
    }
}
