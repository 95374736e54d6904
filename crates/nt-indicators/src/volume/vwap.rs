use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "vwap",
    talib: "VWAP",
    aliases: &["volume-weighted-average-price"],
    group: Group::Volume,
    meaning: "Volume-weighted average price from the first bar on",
    formula: "sum of volume (high + low + close) / 3 / sum of volume, from the first bar",
    source: "",
    inputs: &["high", "low", "close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Vwap, 4, 1>(),
};

#[derive(Clone)]
struct Vwap {
    turnover: f64,
    volume: f64,
}

state!(Vwap { turnover, volume });

impl Machine<4, 1> for Vwap {
    fn open(_: &[f64]) -> Self {
        Self {
            turnover: 0.0,
            volume: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let typical = (high + low + close) / 3.0;
        self.turnover += typical * volume;
        self.volume += volume;
        [if self.volume == 0.0 {
            typical
        } else {
            self.turnover / self.volume
        }]
    }
}
