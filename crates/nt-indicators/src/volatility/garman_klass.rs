use crate::blocks::{RollingSum, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "garman-klass",
    talib: "",
    aliases: &["garman-klass-volatility"],
    group: Group::Volatility,
    meaning: "Garman-Klass volatility: from open, high, low and close, without a trend or gaps; not annualised",
    formula: "sqrt(mean over `period` bars of ln(h/l)^2 / 2 - (2 ln 2 - 1) ln(c/o)^2); a logarithm of what is not positive is 0, and so is the mean where it is negative",
    source: "Garman and Klass, On the Estimation of Security Price Volatilities (1980)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::period(20.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<GarmanKlass, 4, 1>(),
};

#[derive(Clone)]
struct GarmanKlass(RollingSum);

state!(GarmanKlass { 0 });

impl Machine<4, 1> for GarmanKlass {
    fn open(params: &[f64]) -> Self {
        Self(RollingSum::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 1] {
        let (range, body) = (log_ratio(high, low), log_ratio(close, open));
        let open_close = 2.0 * std::f64::consts::LN_2 - 1.0;
        let variance = self.0.mean(0.5 * range * range - open_close * body * body);
        [if variance < 0.0 { 0.0 } else { variance.sqrt() }]
    }
}
