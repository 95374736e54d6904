use crate::blocks::{RollingSum, mean_distance};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "avgdev",
    talib: "AVGDEV",
    aliases: &["average-deviation", "mean-absolute-deviation"],
    group: Group::Price,
    meaning: "Average deviation: the mean distance of the last values from their mean",
    formula: "sum of |x[i] - mean| / period",
    source: "",
    inputs: &["value"],
    params: &[Param::period(14.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Avgdev, 1, 1>(),
};

#[derive(Clone)]
struct Avgdev {
    values: RollingSum,
}

state!(Avgdev { values });

impl Machine<1, 1> for Avgdev {
    fn open(params: &[f64]) -> Self {
        Self {
            values: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let mean = self.values.mean(value);
        [mean_distance(self.values.values(), mean)]
    }
}
