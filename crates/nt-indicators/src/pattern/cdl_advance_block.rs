use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-advance-block",
    talib: "CDLADVANCEBLOCK",
    aliases: &["advance-block"],
    meaning: "Advance block: three rising white candles that weaken",
    formula: "-100 where three white candles close higher each and open in or near the body \
              before, the first long with a short upper shadow, and they weaken: smaller bodies \
              or longer upper shadows; long is a body above the mean of the 10 before; a short \
              shadow is below the mean shadow of the 10 before; a long shadow is longer than the \
              body; near is within 0.2 of the mean range of the 5 before; far is 0.6 of the mean \
              range of the 5 before",
    ..entry::<AdvanceBlock, 3, 9>()
};

#[derive(Clone, Default)]
struct AdvanceBlock;

impl Pattern<3, 9> for AdvanceBlock {
    const LIMITS: [CandleLimit; 9] = [
        BODY_LONG.at(2),
        SHADOW_SHORT.at(2),
        SHADOW_SHORT.at(1),
        SHADOW_SHORT.at(0),
        SHADOW_LONG.at(0),
        NEAR.at(2),
        NEAR.at(1),
        FAR.at(2),
        FAR.at(1),
    ];

    #[inline]
    fn signal(
        &self,
        [first, second, third]: [Candle; 3],
        [
            long,
            first_short_shadow,
            second_short_shadow,
            third_short_shadow,
            third_long_shadow,
            first_near,
            second_near,
            first_far,
            second_far,
        ]: [f64; 9],
    ) -> f64 {
        let (one, two, three) = (first.body(), second.body(), third.body());
        let shrinks = all([two < one - first_far, three < two + second_near]);
        let shrinks_last = three < two - second_far;
        let tires = all([
            three < two,
            two < one,
            any([
                third.upper_shadow() > third_short_shadow,
                second.upper_shadow() > second_short_shadow,
            ]),
        ]);
        let tires_last = all([three < two, third.upper_shadow() > third_long_shadow]);
        bearish(all([
            first.is_white(),
            second.is_white(),
            third.is_white(),
            third.close > second.close,
            second.close > first.close,
            second.open > first.open,
            second.open <= first.close + first_near,
            third.open > second.open,
            third.open <= second.close + second_near,
            one > long,
            first.upper_shadow() < first_short_shadow,
            any([shrinks, shrinks_last, tires, tires_last]),
        ]))
    }
}
