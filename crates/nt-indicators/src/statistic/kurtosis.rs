use crate::blocks::{Window, window_moments};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "kurtosis",
    talib: "",
    aliases: &["excess-kurtosis"],
    group: Group::Statistic,
    meaning: "Excess kurtosis: how heavy the tails of a window are, 0 for a normal one",
    formula: "mean((x - mean)^4) / sd^4 - 3 over the last `period` values, sd dividing by n; 0 where that is 0",
    source: "",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Kurtosis, 1, 1>(),
};

#[derive(Clone)]
struct Kurtosis(Window);

state!(Kurtosis { 0 });

impl Machine<1, 1> for Kurtosis {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        if !self.0.is_full() {
            return [f64::NAN];
        }
        let [second, _, fourth] = window_moments(self.0.values());
        let square = second * second;
        [if square == 0.0 {
            0.0
        } else {
            fourth / square - 3.0
        }]
    }
}
