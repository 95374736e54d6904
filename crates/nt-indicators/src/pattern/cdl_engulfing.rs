use super::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-engulfing",
    talib: "CDLENGULFING",
    aliases: &["engulfing"],
    meaning: "Engulfing: a body that holds the whole body before it, of the other color",
    formula: "100 where a white body engulfs a black one, 80 where one end is equal, -100 and \
              -80 where a black body engulfs a white one",
    ..entry::<Engulfing, 2, 0>()
};

#[derive(Clone, Default)]
struct Engulfing;

impl Pattern<2, 0> for Engulfing {
    const LIMITS: [CandleLimit; 0] = [];
    /// One more than the candles call for, as in TA-Lib.
    const LOOKBACK: usize = 2;

    #[inline]
    fn signal(&self, [first, second]: [Candle; 2], []: [f64; 0]) -> f64 {
        let holds = all([
            second.top() >= first.top(),
            second.bottom() <= first.bottom(),
        ]);
        let one_end = all([second.open != first.close, second.close != first.open]);
        let beyond = any([second.open != first.close, second.close != first.open]);
        let found = all([!first.is_colored_as(second), holds, beyond]);
        signal(found, second.color() * if one_end { 100.0 } else { 80.0 })
    }
}
