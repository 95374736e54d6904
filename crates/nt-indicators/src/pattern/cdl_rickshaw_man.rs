use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-rickshaw-man",
    talib: "CDLRICKSHAWMAN",
    aliases: &["rickshaw-man"],
    meaning: "Rickshaw man: a doji in the middle of two long shadows",
    formula: "100 for a doji with two long shadows whose body is near the middle of the range; a \
              doji has a body of at most 0.1 of the mean range of the 10 before; a long shadow \
              is longer than the body; near is within 0.2 of the mean range of the 5 before",
    ..entry::<RickshawMan, 1, 3>()
};

#[derive(Clone, Default)]
struct RickshawMan;

impl Pattern<1, 3> for RickshawMan {
    const LIMITS: [CandleLimit; 3] = [BODY_DOJI.at(0), SHADOW_LONG.at(0), NEAR.at(0)];

    #[inline]
    fn signal(&self, [candle]: [Candle; 1], [doji, long, near]: [f64; 3]) -> f64 {
        let middle = candle.low + candle.range() / 2.0;
        bullish(all([
            candle.body() <= doji,
            candle.lower_shadow() > long,
            candle.upper_shadow() > long,
            candle.bottom() <= middle + near,
            candle.top() >= middle - near,
        ]))
    }
}
