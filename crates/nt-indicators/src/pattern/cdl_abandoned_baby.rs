use super::penetration::{above_close, below_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-abandoned-baby",
    talib: "CDLABANDONEDBABY",
    aliases: &["abandoned-baby"],
    meaning: "Abandoned baby: a doji that gaps away, shadows included, and is left behind",
    formula: "100 where a long black candle is followed by a doji that gaps down and a candle \
              that is not short, gaps up and closes more than `penetration` of the first body \
              above its close, -100 for the mirror image; gaps include the shadows; long is a \
              body above the mean of the 10 before; a doji has a body of at most 0.1 of the mean \
              range of the 10 before; short is one below the mean of the 10 before",
    params: &[penetration(0.3)],
    ..entry::<AbandonedBaby, 3, 3>()
};

#[derive(Clone, Default)]
struct AbandonedBaby {
    penetration: f64,
}

impl Pattern<3, 3> for AbandonedBaby {
    const LIMITS: [CandleLimit; 3] = [BODY_LONG.at(2), BODY_DOJI.at(1), BODY_SHORT.at(0)];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(&self, [first, second, third]: [Candle; 3], [long, doji, short]: [f64; 3]) -> f64 {
        let found = all([
            first.body() > long,
            second.body() <= doji,
            third.body() > short,
        ]);
        let up = all([
            found,
            first.is_black(),
            third.is_white(),
            second.below(first),
            third.above(second),
        ]);
        let down = all([
            found,
            first.is_white(),
            third.is_black(),
            second.above(first),
            third.below(second),
        ]);
        if up && third.close > above_close(first, self.penetration) {
            100.0
        } else if down && third.close < below_close(first, self.penetration) {
            -100.0
        } else {
            0.0
        }
    }
}
