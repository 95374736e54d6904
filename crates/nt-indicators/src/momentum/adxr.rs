use super::adx::Adx;
use crate::blocks::{Lag, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "adxr",
    talib: "ADXR",
    aliases: &["average-directional-index-rating"],
    group: Group::Momentum,
    meaning: "Average directional index rating: the mean of the index and of the one some bars ago",
    formula: "(adx[t] + adx[t-period+1]) / 2",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        2.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 4.0 * params[0] - 2.0),
    lookback: |params| 3 * params[0] as usize - 2,
    compute: Compute::of::<Adxr, 3, 1>(),
};

#[derive(Clone)]
struct Adxr {
    adx: Adx,
    lag: Lag,
}

state!(Adxr { adx, lag });

impl Adxr {
    #[inline]
    fn average(&mut self, adx: f64) -> f64 {
        once_there(adx, |adx| (adx + self.lag.update(adx)) * 0.5)
    }
}

impl Machine<3, 1> for Adxr {
    fn open(params: &[f64]) -> Self {
        Self {
            adx: Adx::new(params[0] as usize),
            lag: Lag::new(params[0] as usize - 1),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 1] {
        let adx = self.adx.next(row);
        [self.average(adx)]
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.adx.fill(inputs, start, out);
        for out in out {
            *out = self.average(*out);
        }
    }
}
