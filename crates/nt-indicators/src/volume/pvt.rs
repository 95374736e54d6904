use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "pvt",
    talib: "PVT",
    aliases: &["price-volume-trend"],
    group: Group::Volume,
    meaning: "Price volume trend: volume times the relative change of the close, summed from the first bar",
    formula: "pvt[t] = pvt[t-1] + volume[t] (close[t] / close[t-1] - 1), from 0",
    source: "",
    inputs: &["close", "volume"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Pvt, 2, 1>(),
};

#[derive(Clone)]
struct Pvt {
    previous: f64,
    total: f64,
}

state!(Pvt { previous, total });

impl Machine<2, 1> for Pvt {
    fn open(_: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            total: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [close, volume]: [f64; 2]) -> [f64; 1] {
        if !self.previous.is_nan() && self.previous != 0.0 {
            self.total += volume * ((close - self.previous) / self.previous);
        }
        self.previous = close;
        [self.total]
    }
}
