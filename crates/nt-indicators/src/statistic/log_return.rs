use crate::blocks::{Lag, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "log-return",
    talib: "",
    aliases: &["logr"],
    group: Group::Statistic,
    meaning: "Log return over some bars",
    formula: "ln(x[t] / x[t-period]); 0 where the quotient is not positive",
    source: "",
    inputs: &["value"],
    params: &[Param::period(1.0, 1.0, "Bars between the two values")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<LogReturn, 1, 1>(),
};

#[derive(Clone)]
struct LogReturn(Lag);

state!(LogReturn { 0 });

impl Machine<1, 1> for LogReturn {
    fn open(params: &[f64]) -> Self {
        Self(Lag::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [log_ratio(value, self.0.update(value))]
    }
}
