use crate::blocks::{RollingMoments, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "percent-b",
    talib: "",
    aliases: &["bollinger-percent-b"],
    group: Group::Overlap,
    meaning: "Percent b: where a value lies between the Bollinger bands, 0 at the lower, 1 at the upper",
    formula: "0.5 + (x[t] - mean) / (2 deviations sd) over the last `period` values, sd dividing by n; one half where the bands have no width",
    source: "Bollinger, Bollinger on Bollinger Bands (2001)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 2.0, "Values taken together"),
        Param::real(
            "deviations",
            "",
            2.0,
            (0.0, 1e6),
            "Deviations from the middle to a band",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<PercentB, 1, 1>(),
};

#[derive(Clone)]
struct PercentB {
    width: f64,
    moments: RollingMoments,
}

state!(PercentB { moments });

impl Machine<1, 1> for PercentB {
    fn open(params: &[f64]) -> Self {
        Self {
            width: 2.0 * params[1],
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let deviation = self.moments.variance(value).sqrt();
        let above = self.moments.above_mean(value);
        [0.5 + ratio(above, self.width * deviation)]
    }
}
