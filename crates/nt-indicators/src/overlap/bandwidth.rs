use crate::blocks::{RollingMoments, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "bandwidth",
    talib: "",
    aliases: &["bollinger-bandwidth", "bbw"],
    group: Group::Overlap,
    meaning: "Bandwidth: the distance between the Bollinger bands, in percent of their middle",
    formula: "100 * 2 deviations sd / mean over the last `period` values, sd dividing by n; 0 where the mean is",
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
    compute: Compute::of::<Bandwidth, 1, 1>(),
};

#[derive(Clone)]
struct Bandwidth {
    scale: f64,
    average: RollingSum,
    moments: RollingMoments,
}

state!(Bandwidth { average, moments });

impl Machine<1, 1> for Bandwidth {
    fn open(params: &[f64]) -> Self {
        Self {
            scale: 200.0 * params[1],
            average: RollingSum::new(params[0] as usize),
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let deviation = self.moments.variance(value).sqrt();
        [ratio(self.scale * deviation, self.average.mean(value))]
    }
}
