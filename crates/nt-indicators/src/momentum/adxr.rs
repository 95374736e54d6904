use super::adx::Adx;
use crate::blocks::Lag;
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
        [if adx.is_nan() {
            adx
        } else {
            (adx + self.lag.update(adx)) * 0.5
        }]
    }

    fn fill(self, inputs: [&[f64]; 3], [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let lag = self.lag.bars();
        self.adx.fill(inputs, out);
        // From the last bar back, so that what lies before is still the index itself.
        for bar in (lag..out.len()).rev() {
            out[bar] = (out[bar] + out[bar - lag]) * 0.5;
        }
        let before = lag.min(out.len());
        out[..before].fill(f64::NAN);
    }
}
