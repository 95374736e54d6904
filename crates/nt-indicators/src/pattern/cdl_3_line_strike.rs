use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-3-line-strike",
    talib: "CDL3LINESTRIKE",
    aliases: &["three-line-strike"],
    meaning: "Three-line strike: a fourth candle that takes back three in a row",
    formula: "100 where three white candles, each opening in or near the body before and closing \
              higher, are followed by a black one that opens above the last close and closes \
              below the first open, -100 for the mirror image; near is within 0.2 of the mean \
              range of the 5 before",
    ..entry::<ThreeLineStrike, 4, 2>()
};

#[derive(Clone, Default)]
struct ThreeLineStrike;

impl Pattern<4, 2> for ThreeLineStrike {
    const LIMITS: [CandleLimit; 2] = [NEAR.at(3), NEAR.at(2)];

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth]: [Candle; 4],
        [first_near, second_near]: [f64; 2],
    ) -> f64 {
        let up = all([
            third.is_white(),
            third.close > second.close,
            second.close > first.close,
            fourth.open > third.close,
            fourth.close < first.open,
        ]);
        let down = all([
            third.is_black(),
            third.close < second.close,
            second.close < first.close,
            fourth.open < third.close,
            fourth.close > first.open,
        ]);
        let found = all([
            first.is_colored_as(second),
            second.is_colored_as(third),
            !third.is_colored_as(fourth),
            second.open >= first.bottom() - first_near,
            second.open <= first.top() + first_near,
            third.open >= second.bottom() - second_near,
            third.open <= second.top() + second_near,
            any([up, down]),
        ]);
        signal(found, third.color() * 100.0)
    }
}
