use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-counterattack",
    talib: "CDLCOUNTERATTACK",
    aliases: &["counterattack"],
    meaning: "Counterattack: two long candles of opposite colors that close at the same price",
    formula: "100 where a long black candle is followed by a long white one with an equal close, \
              -100 for the mirror image; equal is within 0.05 of the mean range of the 5 before; \
              long is a body above the mean of the 10 before",
    ..entry::<Counterattack, 2, 3>()
};

#[derive(Clone, Default)]
struct Counterattack;

impl Pattern<2, 3> for Counterattack {
    const LIMITS: [CandleLimit; 3] = [EQUAL.at(1), BODY_LONG.at(1), BODY_LONG.at(0)];

    #[inline]
    fn signal(
        &self,
        [first, second]: [Candle; 2],
        [equal, first_long, second_long]: [f64; 3],
    ) -> f64 {
        let found = all([
            !first.is_colored_as(second),
            first.body() > first_long,
            second.body() > second_long,
            within(second.close, first.close, equal),
        ]);
        signal(found, second.color() * 100.0)
    }
}
