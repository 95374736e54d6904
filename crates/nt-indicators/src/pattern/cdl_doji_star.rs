use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-doji-star",
    talib: "CDLDOJISTAR",
    aliases: &["doji-star"],
    meaning: "Doji star: a doji that gaps away from a long candle",
    formula: "-100 where a long white candle is followed by a doji whose body gaps up, 100 where \
              a long black one is followed by a doji that gaps down; long is a body above the \
              mean of the 10 before; a doji has a body of at most 0.1 of the mean range of the \
              10 before",
    ..entry::<DojiStar, 2, 2>()
};

#[derive(Clone, Default)]
struct DojiStar;

impl Pattern<2, 2> for DojiStar {
    const LIMITS: [CandleLimit; 2] = [BODY_LONG.at(1), BODY_DOJI.at(0)];

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], [long, doji]: [f64; 2]) -> f64 {
        let gap = any([
            all([first.is_white(), second.body_above(first)]),
            all([first.is_black(), second.body_below(first)]),
        ]);
        let found = all([first.body() > long, second.body() <= doji, gap]);
        signal(found, -first.color() * 100.0)
    }
}
