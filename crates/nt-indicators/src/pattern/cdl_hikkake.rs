use super::hikkake::FalseBreak;
use crate::blocks::{Candle, Candles};
use crate::prelude::*;

pub(super) static INDICATOR: Indicator = Indicator {
    name: "cdl-hikkake",
    talib: "CDLHIKKAKE",
    aliases: &["hikkake"],
    group: Group::Pattern,
    meaning: "Hikkake: a break out of an inside bar that proves false",
    formula: "100 where a candle within the range of the one before is followed by one with a \
              lower high and a lower low, 200 on the first close above the high of the inside \
              candle in the next 3 bars; -100 and -200 for the mirror image",
    source: "Chesler, Active Trader (2004)",
    inputs: &["open", "high", "low", "close"],
    params: &[],
    outputs: &[Output::WHOLE],
    stability: Stability::Window,
    lookback: |_| LOOKBACK,
    compute: Compute::of::<Hikkake, 4, 1>(),
};

/// 3 candles and the 3 bars before in which one may be waiting.
const LOOKBACK: usize = 5;

#[derive(Clone)]
struct Hikkake {
    candles: Candles,
    broken: FalseBreak,
}

state!(Hikkake { candles, broken });

impl Machine<4, 1> for Hikkake {
    fn open(_: &[f64]) -> Self {
        Self {
            candles: Candles::default(),
            broken: FalseBreak::default(),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let bar = self.candles.push(Candle::new(row));
        if bar < 2 {
            return [f64::NAN];
        }
        let [first, second, third] = self.candles.last();
        let found = second
            .inside(first)
            .then(|| FalseBreak::out_of(second, third))
            .flatten();
        let value = self.broken.update(found, third.close);
        [if bar < LOOKBACK { f64::NAN } else { value }]
    }
}
