use crate::blocks::{RollingMoments, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "historical-volatility",
    talib: "",
    aliases: &["hv"],
    group: Group::Volatility,
    meaning: "Historical volatility: the standard deviation of log returns, annualised",
    formula: "sd(ln(x[t] / x[t-1])) sqrt(barsPerYear) over the last `period` returns, sd dividing by n - 1; a logarithm of what is not positive is 0",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 2.0, "Returns taken together"),
        Param::real("barsPerYear", "", 252.0, (1.0, 1e7), "Bars of a year"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<HistoricalVolatility, 1, 1>(),
};

#[derive(Clone)]
struct HistoricalVolatility {
    scale: f64,
    previous: f64,
    moments: RollingMoments,
}

state!(HistoricalVolatility { previous, moments });

impl Machine<1, 1> for HistoricalVolatility {
    fn open(params: &[f64]) -> Self {
        Self {
            scale: params[1] / (params[0] - 1.0),
            previous: f64::NAN,
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = log_ratio(value, std::mem::replace(&mut self.previous, value));
        [(self.moments.update(change) * self.scale).sqrt()]
    }
}
