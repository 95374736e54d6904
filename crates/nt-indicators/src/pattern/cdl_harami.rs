use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-harami",
    talib: "CDLHARAMI",
    aliases: &["harami"],
    meaning: "Harami: a small body within a long one",
    formula: "100 where a long black body holds the short one after it, 80 where an end is \
              equal, -100 and -80 where the long one is white; long is a body above the mean of \
              the 10 before; short is one below the mean of the 10 before",
    ..entry::<Harami, 2, 2>()
};

#[derive(Clone, Default)]
struct Harami;

impl Pattern<2, 2> for Harami {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(1), BODY_SHORT.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [long, short]: [f64; 2]) -> f64 {
        let held = all([
            second.top() <= first.top(),
            second.bottom() >= first.bottom(),
        ]);
        let within = all([second.top() < first.top(), second.bottom() > first.bottom()]);
        let found = all([first.body() > long, second.body() <= short, held]);
        signal(found, -first.color() * if within { 100.0 } else { 80.0 })
    }
}
