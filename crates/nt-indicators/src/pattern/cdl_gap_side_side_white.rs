use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-gap-side-side-white",
    talib: "CDLGAPSIDESIDEWHITE",
    aliases: &["gap-side-by-side-white-lines"],
    meaning: "Up- or downside gap with side-by-side white lines: two alike white candles beyond \
              a gap",
    formula: "100 where the bodies of the second and third candle gap up from the first, both \
              white with near bodies and equal opens, -100 where they gap down; near is within \
              0.2 of the mean range of the 5 before; equal is within 0.05 of the mean range of \
              the 5 before",
    ..entry::<GapSideSideWhite, 3, 2>()
};

#[derive(Clone, Default)]
struct GapSideSideWhite;

impl Pattern<3, 2> for GapSideSideWhite {
    const LIMITS: [CandleLimit; 2] = [NEAR.at(1), EQUAL.at(1)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [near, equal]: [f64; 2]) -> f64 {
        let gap_up = all([second.body_above(first), third.body_above(first)]);
        let gap_down = all([second.body_below(first), third.body_below(first)]);
        let found = all([
            any([gap_up, gap_down]),
            second.is_white(),
            third.is_white(),
            within(third.body(), second.body(), near),
            within(third.open, second.open, equal),
        ]);
        signal(found, if gap_up { 100.0 } else { -100.0 })
    }
}
