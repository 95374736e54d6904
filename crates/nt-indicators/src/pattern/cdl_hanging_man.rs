use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-hanging-man",
    talib: "CDLHANGINGMAN",
    aliases: &["hanging-man"],
    meaning: "Hanging man: a small body on a long lower shadow, at or above the high before",
    formula: "-100 for a short body with a long lower shadow and no upper one whose lower end is \
              above or near the high before; short is a body below the mean of the 10 before; a \
              long shadow is longer than the body; no shadow is one below 0.1 of the mean range \
              of the 10 before; near is within 0.2 of the mean range of the 5 before",
    ..entry::<HangingMan, 2, 4>()
};

#[derive(Clone, Default)]
struct HangingMan;

impl Pattern<2, 4> for HangingMan {
    const LIMITS: [CandleLimit; 4] = [
        BODY_SHORT.at(0),
        SHADOW_LONG.at(0),
        SHADOW_VERY_SHORT.at(0),
        NEAR.at(1),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second]: [Candle; 2],
        [short, long_shadow, shadow, near]: [f64; 4],
    ) -> f64 {
        bearish(all([
            second.body() < short,
            second.lower_shadow() > long_shadow,
            second.upper_shadow() < shadow,
            second.bottom() >= first.high - near,
        ]))
    }
}
