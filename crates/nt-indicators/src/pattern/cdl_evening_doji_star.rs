use super::penetration::{below_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-evening-doji-star",
    talib: "CDLEVENINGDOJISTAR",
    aliases: &["evening-doji-star"],
    meaning: "Evening doji star: a doji above a long white candle, then a fall",
    formula: "-100 where a long white candle is followed by a doji whose body gaps up and a \
              black candle that is not short and closes more than `penetration` of the first \
              body below its close; long is a body above the mean of the 10 before; a doji has a \
              body of at most 0.1 of the mean range of the 10 before; short is one below the \
              mean of the 10 before",
    params: &[penetration(0.3)],
    ..entry::<EveningDojiStar, 3, 3>()
};

#[derive(Clone, Default)]
struct EveningDojiStar {
    penetration: f64,
}

impl Pattern<3, 3> for EveningDojiStar {
    const LIMITS: [CandleLimit; 3] = [BODY_LONG.at(2), BODY_DOJI.at(1), BODY_SHORT.at(0)];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, doji, short]: [f64; 3]) -> f64 {
        let found = all([
            first.is_white(),
            first.body() > long,
            second.body() <= doji,
            second.body_above(first),
            third.is_black(),
            third.body() > short,
        ]);
        bearish(found && third.close < below_close(first, self.penetration))
    }
}
