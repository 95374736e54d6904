use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-inside",
    talib: "CDL3INSIDE",
    aliases: &["three-inside"],
    meaning: "Three inside up or down: a harami that the third candle confirms",
    formula: "100 where a long black candle holds the short body of the second and a white third \
              closes above its open, -100 for the mirror image; long is a body above the mean of \
              the 10 before; short is one below the mean of the 10 before",
    ..entry::<ThreeInside, 3, 2>()
};

#[derive(Clone, Default)]
struct ThreeInside;

impl Pattern<3, 2> for ThreeInside {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(2), BODY_SHORT.at(1)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, short]: [f64; 2]) -> f64 {
        let up = all([first.is_black(), third.is_white(), third.close > first.open]);
        let down = all([first.is_white(), third.is_black(), third.close < first.open]);
        let found = all([
            first.body() > long,
            second.body() <= short,
            second.top() < first.top(),
            second.bottom() > first.bottom(),
            any([up, down]),
        ]);
        signal(found, -first.color() * 100.0)
    }
}
