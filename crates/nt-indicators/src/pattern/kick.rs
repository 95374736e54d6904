use super::prelude::*;

/// Whether two marubozu of opposite colors lie apart, each on its own side.
#[inline]
pub(super) fn kicks([first, second]: [Candle; 2], long: [f64; 2], shadow: [f64; 2]) -> bool {
    let marubozu = |candle: Candle, at: usize| {
        all([
            candle.body() > long[at],
            candle.upper_shadow() < shadow[at],
            candle.lower_shadow() < shadow[at],
        ])
    };
    let apart =
        all([first.is_black(), second.above(first)]) | all([first.is_white(), second.below(first)]);
    all([
        !first.is_colored_as(second),
        marubozu(first, 0),
        marubozu(second, 1),
        apart,
    ])
}
