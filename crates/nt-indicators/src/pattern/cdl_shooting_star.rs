use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-shooting-star",
    talib: "CDLSHOOTINGSTAR",
    aliases: &["shooting-star"],
    meaning: "Shooting star: a small body under a long upper shadow, gapping up",
    formula: "-100 for a short body with a long upper shadow and no lower one that gaps up from \
              the body before; short is a body below the mean of the 10 before; a long shadow is \
              longer than the body; no shadow is one below 0.1 of the mean range of the 10 \
              before",
    ..entry::<ShootingStar, 2, 3>()
};

#[derive(Clone, Default)]
struct ShootingStar;

impl Pattern<2, 3> for ShootingStar {
    const LIMITS: [CandleLimit; 3] = [BODY_SHORT.at(0), SHADOW_LONG.at(0), SHADOW_VERY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [short, long_shadow, shadow]: [f64; 3]) -> f64 {
        bearish(all([
            second.body() < short,
            second.upper_shadow() > long_shadow,
            second.lower_shadow() < shadow,
            second.body_above(first),
        ]))
    }
}
