use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-dragonfly-doji",
    talib: "CDLDRAGONFLYDOJI",
    aliases: &["dragonfly-doji"],
    meaning: "Dragonfly doji: a doji with a lower shadow only",
    formula: "100 for a doji with a lower shadow and no upper one; a doji has a body of at most \
              0.1 of the mean range of the 10 before; no shadow is one below 0.1 of the mean \
              range of the 10 before",
    ..entry::<DragonflyDoji, 1, 2>()
};

#[derive(Clone, Default)]
struct DragonflyDoji;

impl Pattern<1, 2> for DragonflyDoji {
    const LIMITS: [CandleLimit; 2] = [BODY_DOJI.at(0), SHADOW_VERY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji, shadow]: [f64; 2]) -> f64 {
        bullish(all([
            candle.body() <= doji,
            candle.upper_shadow() < shadow,
            candle.lower_shadow() > shadow,
        ]))
    }
}
