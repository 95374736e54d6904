use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-x-side-gap-3-methods",
    talib: "CDLXSIDEGAP3METHODS",
    aliases: &["gap-three-methods"],
    meaning: "Up- or downside gap three methods: a gap that a candle of the other color closes",
    formula: "100 where two white candles with a gap up are followed by a black one that opens \
              within the second body and closes within the first, -100 for the mirror image",
    ..entry::<SideGapThreeMethods, 3, 0>()
};

#[derive(Clone, Default)]
struct SideGapThreeMethods;

impl Pattern<3, 0> for SideGapThreeMethods {
    const LIMITS: [CandleLimit; 0] = [];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], []: [f64; 0]) -> f64 {
        let gap = any([
            all([first.is_white(), second.body_above(first)]),
            all([first.is_black(), second.body_below(first)]),
        ]);
        let found = all([
            first.is_colored_as(second),
            !second.is_colored_as(third),
            third.open < second.top(),
            third.open > second.bottom(),
            third.close < first.top(),
            third.close > first.bottom(),
            gap,
        ]);
        signal(found, first.color() * 100.0)
    }
}
