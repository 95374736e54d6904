use crate::blocks::{Window, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-center-of-gravity",
    talib: "",
    aliases: &["tradingview-cog"],
    group: Group::Momentum,
    meaning: "Center of gravity as TradingView computes it: negative, counted back from the latest value",
    formula: "-sum of (i + 1) x[t-i] / sum of x[t-i], i = 0 .. period - 1; 0 where the sum is",
    source: "Pine Script reference, ta.cog",
    inputs: &["value"],
    params: &[Param::period(10.0, 1.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<TradingviewCenterOfGravity, 1, 1>(),
};

#[derive(Clone)]
struct TradingviewCenterOfGravity(Window);

state!(TradingviewCenterOfGravity { 0 });

impl Machine<1, 1> for TradingviewCenterOfGravity {
    fn open(params: &[f64]) -> Self {
        Self(Window::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.0.push(value);
        if !self.0.is_full() {
            return [f64::NAN];
        }
        let values = self.0.values();
        let places = (1..=values.len()).rev();
        let torque: f64 = values
            .iter()
            .zip(places)
            .map(|(x, place)| x * place as f64)
            .sum();
        [-ratio(torque, nt_math::sum(values))]
    }
}
