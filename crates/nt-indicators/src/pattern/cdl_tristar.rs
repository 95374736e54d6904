use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-tristar",
    talib: "CDLTRISTAR",
    aliases: &["tristar"],
    meaning: "Tristar: three doji, the middle one apart",
    formula: "-100 where the second of three doji gaps up and the third is not higher, 100 where \
              it gaps down and the third is not lower; the first one says what a doji is; a doji \
              has a body of at most 0.1 of the mean range of the 10 before",
    ..entry::<Tristar, 3, 1>()
};

#[derive(Clone, Default)]
struct Tristar;

impl Pattern<3, 1> for Tristar {
    const LIMITS: [CandleLimit; 1] = [BODY_DOJI.at(2)];

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [doji]: [f64; 1]) -> f64 {
        let stars = all([
            first.body() <= doji,
            second.body() <= doji,
            third.body() <= doji,
        ]);
        let top = all([second.body_above(first), third.top() < second.top()]);
        let bottom = all([second.body_below(first), third.bottom() > second.bottom()]);
        signal(
            all([stars, any([top, bottom])]),
            if bottom { 100.0 } else { -100.0 },
        )
    }
}
