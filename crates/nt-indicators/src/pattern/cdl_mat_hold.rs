use super::penetration::{below_close, penetration};
use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-mat-hold",
    talib: "CDLMATHOLD",
    aliases: &["mat-hold"],
    meaning: "Mat hold: a rise, a rest of three small candles, a new high",
    formula: "100 where a long white candle is followed by three short ones, the first black and \
              gapping up, the others falling but within `penetration` of the first body, and a \
              white candle that opens above the last close and closes above the highs of the \
              three; long is a body above the mean of the 10 before; short is one below the mean \
              of the 10 before",
    params: &[penetration(0.5)],
    ..entry::<MatHold, 5, 4>()
};

#[derive(Clone, Default)]
struct MatHold {
    penetration: f64,
}

impl Pattern<5, 4> for MatHold {
    const LIMITS: [CandleLimit; 4] = [
        BODY_LONG.at(4),
        BODY_SHORT.at(3),
        BODY_SHORT.at(2),
        BODY_SHORT.at(1),
    ];

    fn open(params: &[f64]) -> Self {
        Self {
            penetration: params[0],
        }
    }

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth, fifth]: [Candle; 5],
        [long, second_short, third_short, fourth_short]: [f64; 4],
    ) -> f64 {
        let rests = all([
            second.body() < second_short,
            third.body() < third_short,
            fourth.body() < fourth_short,
            second.is_black(),
            second.body_above(first),
            third.bottom() < first.close,
            fourth.bottom() < first.close,
            third.top() < second.open,
            fourth.top() < third.top(),
        ]);
        let rises = all([
            first.body() > long,
            first.is_white(),
            fifth.is_white(),
            fifth.open > fourth.close,
            fifth.close > second.high,
            fifth.close > third.high,
            fifth.close > fourth.high,
        ]);
        let holds = || {
            let floor = below_close(first, self.penetration);
            all([third.bottom() > floor, fourth.bottom() > floor])
        };
        bullish(rests && rises && holds())
    }
}
