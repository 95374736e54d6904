use super::hikkake::FalseBreak;
use crate::blocks::{Candle, CandleLimit, CandleTotals, Candles, NEAR};
use crate::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-hikkake-mod",
    talib: "CDLHIKKAKEMOD",
    aliases: &["modified-hikkake"],
    group: Group::Pattern,
    meaning: "Modified hikkake: a false break out of the second of two inside bars",
    formula: "100 where two candles, each within the range of the one before, the first closing \
              near its low or below, are followed by one with a lower high and a lower low, 200 \
              on the first close above the high of the second inside candle in the next 3 bars; \
              -100 and -200 for the mirror image; near is within 0.2 of the mean range of the 5 \
              before",
    source: "Chesler, Active Trader (2004)",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[Output::WHOLE],
    stability: Stability::Window,
    lookback: |_| LOOKBACK,
    compute: Compute::of::<HikkakeMod, 4, 1>(),
};

/// The near limit of the second of 4 candles, and the 3 bars before in which one may be waiting.
const LOOKBACK: usize = 10;
const LIMITS: [CandleLimit; 1] = [NEAR.at(2)];
/// The first bar that is looked at.
const FIRST: usize = LOOKBACK - 3;

#[derive(Clone)]
struct HikkakeMod {
    candles: Candles,
    totals: CandleTotals<1>,
    broken: FalseBreak,
}

state!(HikkakeMod {
    candles,
    totals,
    broken
});

impl Machine<4, 1> for HikkakeMod {
    fn open(_: &[f64]) -> Self {
        Self {
            candles: Candles::default(),
            totals: CandleTotals::new(),
            broken: FalseBreak::default(),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let bar = self.candles.push(Candle::new(row));
        let near = self.totals.limits(&LIMITS, &self.candles);
        self.totals.take(&LIMITS, &self.candles, (bar, FIRST));
        if bar < FIRST {
            return [f64::NAN];
        }
        let candles = self.candles.last();
        let value = self.broken.update(found(candles, near), candles[3].close);
        [if bar < LOOKBACK { f64::NAN } else { value }]
    }
}

#[inline]
fn found([first, second, third, fourth]: [Candle; 4], [near]: [f64; 1]) -> Option<FalseBreak> {
    if !(second.inside(first) && third.inside(second)) {
        return None;
    }
    let near_end = |way: f64| {
        if way > 0.0 {
            second.close <= second.low + near
        } else {
            second.close >= second.high - near
        }
    };
    FalseBreak::out_of(third, fourth).filter(|found| near_end(found.way()))
}
