use super::penetration::{below_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-evening-star",
    talib: "CDLEVENINGSTAR",
    aliases: &["evening-star"],
    meaning: "Evening star: a small body above a long white candle, then a fall",
    formula: "-100 where a long white candle is followed by a short one whose body gaps up and a \
              black candle that is not short and closes more than `penetration` of the first \
              body below its close; long is a body above the mean of the 10 before; short is one \
              below the mean of the 10 before",
    params: &[penetration(0.3)],
    ..entry::<EveningStar, 3, 3>()
};

#[derive(Clone, Default)]
struct EveningStar {
    penetration: f64,
}

impl Pattern<3, 3> for EveningStar {
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
            first.is_white(),
            first.body() > long,
            second.body() <= second_short,
            second.body_above(first),
            third.is_black(),
            third.body() > third_short,
        ]);
        bearish(found && third.close < below_close(first, self.penetration))
    }
}
