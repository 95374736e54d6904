use crate::blocks::Window;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "max-drawdown",
    talib: "",
    aliases: &["rolling-max-drawdown"],
    group: Group::Statistic,
    meaning: "Rolling maximum drawdown: the deepest fall within the last bars, as a share of the high it fell from",
    formula: "max over i <= j of 1 - x[j] / x[i] among the last `period` values; highs that are not positive are passed over",
    source: "",
    inputs: &["value"],
    params: &[Param::period(252.0, 1.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<MaxDrawdown, 1, 1>(),
};

#[derive(Clone)]
struct MaxDrawdown(Window);

state!(MaxDrawdown { 0 });

impl Machine<1, 1> for MaxDrawdown {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        if !self.0.is_full() {
            return [f64::NAN];
        }
        let (mut high, mut low, mut deepest) = (0.0_f64, 0.0, 0.0_f64);
        for &value in self.0.values() {
            if value > high {
                (high, low) = (value, value);
            } else if value < low && high > 0.0 {
                low = value;
                deepest = deepest.max((high - low) / high);
            }
        }
        [deepest]
    }
}
