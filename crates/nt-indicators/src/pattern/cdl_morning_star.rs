use super::penetration::{above_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-morning-star",
    talib: "CDLMORNINGSTAR",
    aliases: &["morning-star"],
    meaning: "Morning star: a small body below a long black candle, then a rise",
    formula: "100 where a long black candle is followed by a short one whose body gaps down and \
              a white candle that is not short and closes more than `penetration` of the first \
              body above its close; long is a body above the mean of the 10 before; short is one \
              below the mean of the 10 before",
    params: &[penetration(0.3)],
    ..entry::<MorningStar, 3, 3>()
};

#[derive(Clone, Default)]
struct MorningStar {
    penetration: f64,
}

impl Pattern<3, 3> for MorningStar {
    const LIMITS: [CandleLimit; 3] = [BODY_LONG.at(2), BODY_SHORT.at(1), BODY_SHORT.at(0)];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [long, second_short, third_short]: [f64; 3],
    ) -> f64 {
        let found = all([
            first.is_black(),
            first.body() > long,
            second.body() <= second_short,
            second.body_below(first),
            third.is_white(),
            third.body() > third_short,
        ]);
        bullish(found && third.close > above_close(first, self.penetration))
    }
}
