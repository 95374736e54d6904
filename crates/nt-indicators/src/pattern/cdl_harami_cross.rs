use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-harami-cross",
    talib: "CDLHARAMICROSS",
    aliases: &["harami-cross"],
    meaning: "Harami cross: a doji within a long body",
    formula: "100 where a long black body holds the doji after it, 80 where an end is equal, \
              -100 and -80 where the long one is white; long is a body above the mean of the 10 \
              before; a doji has a body of at most 0.1 of the mean range of the 10 before",
    ..entry::<HaramiCross, 2, 2>()
};

#[derive(Clone, Default)]
struct HaramiCross;

impl Pattern<2, 2> for HaramiCross {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(1), BODY_DOJI.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [long, doji]: [f64; 2]) -> f64 {
        let held = all([
            second.top() <= first.top(),
            second.bottom() >= first.bottom(),
        ]);
        let within = all([second.top() < first.top(), second.bottom() > first.bottom()]);
        let found = all([first.body() > long, second.body() <= doji, held]);
        signal(found, -first.color() * if within { 100.0 } else { 80.0 })
    }
}
