use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ad",
    talib: "AD",
    aliases: &["accumulation-distribution"],
    group: Group::Volume,
    meaning: "Accumulation/distribution line: volume weighed by where the close lies in its bar, summed from the first bar",
    formula: "ad[t] = ad[t-1] + volume (2 close - high - low) / (high - low); a bar without range adds nothing",
    source: "Chaikin",
    inputs: &["high", "low", "close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Ad, 4, 1>(),
};

#[derive(Clone)]
pub(super) struct Ad {
    total: f64,
}

state!(Ad { total });

impl Machine<4, 1> for Ad {
    fn open(_: &[f64]) -> Self {
        Self { total: 0.0 }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let range = high - low;
        if range > 0.0 {
            self.total += ((close - low) - (high - close)) / range * volume;
        }
        [self.total]
    }
}
