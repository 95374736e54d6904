use crate::blocks::{Acceleration, Parabolic};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sar",
    talib: "SAR",
    aliases: &["parabolic-sar"],
    group: Group::Overlap,
    meaning: "Parabolic stop and reverse: a stop that follows the extreme ever faster and changes sides where it is hit",
    formula: "sar[t+1] = sar[t] + a (extreme - sar[t]), a growing by acceleration with every new extreme up to maximum; never inside the last two bars",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low"],
    params: &[
        Param::real(
            "acceleration",
            "acceleration",
            0.02,
            (0.0, 1e9),
            "First acceleration and its step",
        ),
        Param::real(
            "maximum",
            "maximum",
            0.2,
            (0.0, 1e9),
            "Greatest acceleration",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 1,
    compute: Compute::of::<Sar, 2, 1>(),
};

#[derive(Clone)]
struct Sar {
    parabolic: Parabolic,
}

state!(Sar { parabolic });

impl Machine<2, 1> for Sar {
    fn open(params: &[f64]) -> Self {
        let side = Acceleration::new(params[0], params[0], params[1]);
        Self {
            parabolic: Parabolic::new(side, side, 0.0, 0.0),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        [self
            .parabolic
            .update(high, low)
            .map_or(f64::NAN, |(stop, _)| stop)]
    }
}
