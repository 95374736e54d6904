use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "obv",
    talib: "OBV",
    aliases: &["on-balance-volume"],
    group: Group::Volume,
    meaning: "On-balance volume: the volume of rises less that of falls, summed from the first bar",
    formula: "obv[t] = obv[t-1] + volume[t] sign(close[t] - close[t-1]), from obv[0] = volume[0]",
    source: "Granville, New Key to Stock Market Profits (1963)",
    inputs: &["close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Obv, 2, 1>(),
};

#[derive(Clone)]
struct Obv {
    previous: f64,
    total: f64,
}

state!(Obv { previous, total });

impl Machine<2, 1> for Obv {
    fn open(_: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            total: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        // The first bar has no close before it, and counts as a rise.
        let rise = if close < self.previous {
            -volume
        } else {
            volume
        };
        // A select instead of branches, which no processor could foretell.
        self.total += if close == self.previous { 0.0 } else { rise };
        self.previous = close;
        [self.total]
    }
}
