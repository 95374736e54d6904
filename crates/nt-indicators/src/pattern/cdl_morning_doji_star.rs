use super::penetration::{above_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-morning-doji-star",
    talib: "CDLMORNINGDOJISTAR",
    aliases: &["morning-doji-star"],
    meaning: "Morning doji star: a doji below a long black candle, then a rise",
    formula: "100 where a long black candle is followed by a doji whose body gaps down and a \
              white candle that is not short and closes more than `penetration` of the first \
              body above its close; long is a body above the mean of the 10 before; a doji has a \
              body of at most 0.1 of the mean range of the 10 before; short is one below the \
              mean of the 10 before",
    params: &[penetration(0.3)],
    ..entry::<MorningDojiStar, 3, 3>()
};

#[derive(Clone, Default)]
struct MorningDojiStar {
    penetration: f64,
}

impl Pattern<3, 3> for MorningDojiStar {
    const LIMITS: [CandleLimit; 3] = [BODY_LONG.at(2), BODY_DOJI.at(1), BODY_SHORT.at(0)];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, doji, short]: [f64; 3]) -> f64 {
        let found = all([
            first.is_black(),
            first.body() > long,
            second.body() <= doji,
            second.body_below(first),
            third.is_white(),
            third.body() > short,
        ]);
        bullish(found && third.close > above_close(first, self.penetration))
    }
}
