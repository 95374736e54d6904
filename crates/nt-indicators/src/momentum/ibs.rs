use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ibs",
    talib: "",
    aliases: &["internal-bar-strength"],
    group: Group::Momentum,
    meaning: "Internal bar strength: where the close lies in its bar, 0 at the low, 1 at the high",
    formula: "(close - low) / (high - low); one half where the bar has no range",
    source: "",
    inputs: &["high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 0,
    compute: Compute::of::<Ibs, 3, 1>(),
};

#[derive(Clone)]
struct Ibs;

state!(Ibs {});

impl Machine<3, 1> for Ibs {
    fn open(_: &[f64]) -> Self {
        Self
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let range = high - low;
        [if range == 0.0 {
            0.5
        } else {
            (close - low) / range
        }]
    }
}
