use crate::blocks::{RollingSum, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "parkinson",
    talib: "",
    aliases: &["parkinson-volatility"],
    group: Group::Volatility,
    meaning: "Parkinson volatility: from high and low; not annualised",
    formula: "sqrt(mean over `period` bars of ln(high / low)^2 / (4 ln 2)); a logarithm of what is not positive is 0",
    source: "Parkinson, The Extreme Value Method for Estimating the Variance of the Rate of Return (1980)",
    inputs: &["high", "low"],
    params: &[Param::period(20.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Parkinson, 2, 1>(),
};

#[derive(Clone)]
struct Parkinson(RollingSum);

state!(Parkinson { 0 });

impl Machine<2, 1> for Parkinson {
    fn open(params: &[f64]) -> Self {
        Self(RollingSum::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let range = log_ratio(high, low);
        let variance = self.0.mean(range * range) / (4.0 * std::f64::consts::LN_2);
        // Squares never sum below zero but by rounding.
        [variance.abs().sqrt()]
    }
}
