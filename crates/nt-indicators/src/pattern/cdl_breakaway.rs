use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-breakaway",
    talib: "CDLBREAKAWAY",
    aliases: &["breakaway"],
    meaning: "Breakaway: a gap and a run that the fifth candle turns back into the gap",
    formula: "100 where a long black candle, a black one that gaps down, two lower ones (the \
              fourth black) and a white one that closes within the gap follow one another, -100 \
              for the mirror image; long is a body above the mean of the 10 before",
    ..entry::<Breakaway, 5, 1>()
};

#[derive(Clone, Default)]
struct Breakaway;

impl Pattern<5, 1> for Breakaway {
    const LIMITS: [CandleLimit; 1] = [BODY_LONG.at(4)];

    #[inline]
    fn signal(&self, [first, second, third, fourth, fifth]: [Candle; 5], [long]: [f64; 1]) -> f64 {
        let up = all([
            first.is_black(),
            second.body_below(first),
            third.high < second.high,
            third.low < second.low,
            fourth.high < third.high,
            fourth.low < third.low,
            fifth.close > second.open,
            fifth.close < first.close,
        ]);
        let down = all([
            first.is_white(),
            second.body_above(first),
            third.high > second.high,
            third.low > second.low,
            fourth.high > third.high,
            fourth.low > third.low,
            fifth.close < second.open,
            fifth.close > first.close,
        ]);
        let found = all([
            first.body() > long,
            first.is_colored_as(second),
            second.is_colored_as(fourth),
            !fourth.is_colored_as(fifth),
            any([up, down]),
        ]);
        signal(found, fifth.color() * 100.0)
    }
}
