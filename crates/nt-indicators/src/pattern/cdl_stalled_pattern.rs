use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-stalled-pattern",
    talib: "CDLSTALLEDPATTERN",
    aliases: &["stalled-pattern", "deliberation"],
    meaning: "Stalled pattern: two long white candles and a small one on their shoulder",
    formula: "-100 where three white candles close higher each, the first two long, the second \
              without upper shadow and opening in or near the first body, the third short and \
              opening near or above the second close less its body; long is a body above the \
              mean of the 10 before; short is one below the mean of the 10 before; no shadow is \
              one below 0.1 of the mean range of the 10 before; near is within 0.2 of the mean \
              range of the 5 before",
    ..entry::<StalledPattern, 3, 6>()
};

#[derive(Clone, Default)]
struct StalledPattern;

impl Pattern<3, 6> for StalledPattern {
    const LIMITS: [CandleLimit; 6] = [
        BODY_LONG.at(2),
        BODY_LONG.at(1),
        BODY_SHORT.at(0),
        SHADOW_VERY_SHORT.at(1),
        NEAR.at(2),
        NEAR.at(1),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [
            first_long,
            second_long,
            short,
            shadow,
            first_near,
            second_near,
        ]: [f64; 6],
    ) -> f64 {
        bearish(all([
            first.is_white(),
            second.is_white(),
            third.is_white(),
            third.close > second.close,
            second.close > first.close,
            first.body() > first_long,
            second.body() > second_long,
            second.upper_shadow() < shadow,
            second.open > first.open,
            second.open <= first.close + first_near,
            third.body() < short,
            third.open >= second.close - third.body() - second_near,
        ]))
    }
}
