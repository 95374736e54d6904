use crate::blocks::{RollingSum, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rogers-satchell",
    talib: "",
    aliases: &["rsv"],
    group: Group::Volatility,
    meaning: "Rogers-Satchell volatility: from open, high, low and close, right under a trend too; not annualised",
    formula: "sqrt(mean over `period` bars of ln(h/c) ln(h/o) + ln(l/c) ln(l/o)); a logarithm of what is not positive is 0",
    source: "Rogers and Satchell, Estimating Variance from High, Low and Closing Prices (1991)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::period(20.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<RogersSatchell, 4, 1>(),
};

#[derive(Clone)]
struct RogersSatchell(RollingSum);

state!(RogersSatchell { 0 });

impl Machine<4, 1> for RogersSatchell {
    fn open(params: &[f64]) -> Self {
        Self(RollingSum::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        [self.0.mean(rogers_satchell(row)).abs().sqrt()]
    }
}

/// The variance of one bar, never negative in a proper one.
pub(super) fn rogers_satchell([open, high, low, close]: [f64; 4]) -> f64 {
    log_ratio(high, close) * log_ratio(high, open) + log_ratio(low, close) * log_ratio(low, open)
}
