use crate::blocks::{Window, ratio, window_moments};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "skewness",
    talib: "",
    aliases: &["skew"],
    group: Group::Statistic,
    meaning: "Skewness: whether a window has its long tail above (positive) or below",
    formula: "mean((x - mean)^3) / sd^3 over the last `period` values, sd dividing by n; 0 where that is 0",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Skewness, 1, 1>(),
};

#[derive(Clone)]
struct Skewness(Window);

state!(Skewness { 0 });

impl Machine<1, 1> for Skewness {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        if !self.0.is_full() {
            return [f64::NAN];
        }
        let [second, third, _] = window_moments(self.0.values());
        [ratio(third, second * second.sqrt())]
    }
}
