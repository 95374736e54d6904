use crate::blocks::{Returns, RollingMoments, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sharpe",
    talib: "",
    aliases: &["rolling-sharpe", "sharpe-ratio"],
    group: Group::Statistic,
    meaning: "Rolling Sharpe ratio: the mean return over its standard deviation, not annualised",
    formula: "(mean(r) - riskFree) / sd(r) over the last `period` simple returns r, sd dividing by n; 0 where that is 0",
    source: "Sharpe, Mutual Fund Performance, Journal of Business 39 (1966)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 2.0, "Returns taken together"),
        Param::real(
            "riskFree",
            "",
            0.0,
            (-1.0, 1.0),
            "Return of a bar without risk",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Sharpe, 1, 1>(),
};

#[derive(Clone)]
struct Sharpe {
    risk_free: f64,
    returns: Returns,
    sum: RollingSum,
    moments: RollingMoments,
}

state!(Sharpe {
    returns,
    sum,
    moments
});

impl Machine<1, 1> for Sharpe {
    fn open(params: &[f64]) -> Self {
        Self {
            risk_free: params[1],
            returns: Returns::new(),
            sum: RollingSum::new(params[0] as usize),
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = self.returns.update(value);
        let deviation = self.moments.variance(change).sqrt();
        [ratio(self.sum.mean(change) - self.risk_free, deviation)]
    }
}
