use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-rise-fall-3-methods",
    talib: "CDLRISEFALL3METHODS",
    aliases: &["rising-falling-three-methods"],
    meaning: "Rising or falling three methods: a long candle, three small ones against it, a new \
              extreme",
    formula: "100 where a long white candle is followed by three short black ones with lower \
              closes within its range and a long white one that opens above the last close and \
              closes above the first, -100 for the mirror image; long is a body above the mean \
              of the 10 before; short is one below the mean of the 10 before",
    ..entry::<RiseFallThreeMethods, 5, 5>()
};

#[derive(Clone, Default)]
struct RiseFallThreeMethods;

impl Pattern<5, 5> for RiseFallThreeMethods {
    const LIMITS: [CandleLimit; 5] = [
        BODY_LONG.at(4),
        BODY_SHORT.at(3),
        BODY_SHORT.at(2),
        BODY_SHORT.at(1),
        BODY_LONG.at(0),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third, fourth, fifth]: [Candle; 5],
        [
            first_long,
            second_short,
            third_short,
            fourth_short,
            fifth_long,
        ]: [f64; 5],
    ) -> f64 {
        let in_range =
            |candle: Candle| all([candle.bottom() < first.high, candle.top() > first.low]);
        let way = first.color();
        let found = all([
            first.body() > first_long,
            second.body() < second_short,
            third.body() < third_short,
            fourth.body() < fourth_short,
            fifth.body() > fifth_long,
            !first.is_colored_as(second),
            second.is_colored_as(third),
            third.is_colored_as(fourth),
            !fourth.is_colored_as(fifth),
            in_range(second),
            in_range(third),
            in_range(fourth),
            third.close * way < second.close * way,
            fourth.close * way < third.close * way,
            fifth.open * way > fourth.close * way,
            fifth.close * way > first.close * way,
        ]);
        signal(found, way * 100.0)
    }
}
