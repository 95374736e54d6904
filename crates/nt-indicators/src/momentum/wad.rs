use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "wad",
    talib: "WAD",
    aliases: &["williams-accumulation-distribution"],
    group: Group::Momentum,
    meaning: "Williams accumulation/distribution: how far closes get from the true low on rises and the true high on falls, summed",
    formula: "wad[t] = wad[t-1] + close - min(low, close[t-1]) on a rise, + close - max(high, close[t-1]) on a fall, from 0",
    source: "Williams, How I Made One Million Dollars (1979)",
    inputs: &["high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Wad, 3, 1>(),
};

#[derive(Clone)]
struct Wad {
    close: f64,
    total: f64,
}

state!(Wad { close, total });

impl Machine<3, 1> for Wad {
    fn open(_: &[f64]) -> Self {
        Self {
            close: f64::NAN,
            total: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.close, close);
        if close > before {
            self.total += close - low.min(before);
        } else if close < before {
            self.total += close - high.max(before);
        }
        [self.total]
    }
}
