use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-ladder-bottom",
    talib: "CDLLADDERBOTTOM",
    aliases: &["ladder-bottom"],
    meaning: "Ladder bottom: a fall in steps that a white candle from above ends",
    formula: "100 where three black candles with lower opens and closes are followed by a black \
              one with an upper shadow and a white one that opens above its body and closes \
              above its high; no shadow is one below 0.1 of the mean range of the 10 before",
    ..entry::<LadderBottom, 5, 1>()
};

#[derive(Clone, Default)]
struct LadderBottom;

impl Pattern<5, 1> for LadderBottom {
    const LIMITS: [CandleLimit; 1] = [SHADOW_VERY_SHORT.at(1)];

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth, fifth]: [Candle; 5],
        [shadow]: [f64; 1],
    ) -> f64 {
        bullish(all([
            first.is_black(),
            second.is_black(),
            third.is_black(),
            first.open > second.open,
            second.open > third.open,
            first.close > second.close,
            second.close > third.close,
            fourth.is_black(),
            fourth.upper_shadow() > shadow,
            fifth.is_white(),
            fifth.open > fourth.open,
            fifth.close > fourth.high,
        ]))
    }
}
