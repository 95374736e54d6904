use crate::blocks::{RollingMoments, Smoother};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rvi",
    talib: "RVI",
    aliases: &["relative-volatility-index"],
    group: Group::Volatility,
    meaning: "Relative volatility index: the deviation of rising bars in percent of all deviation, 0 to 100",
    formula: "100 up / (up + down), up = rma(sd(x, deviationPeriod) where x rose, period), down the same where it fell; 0 where there is none",
    source: "Dorsey, The Relative Volatility Index, Stocks & Commodities 11 (1993)",
    inputs: &["value"],
    params: &[
        Param::period(14.0, 1.0, "Deviations smoothed, by Wilder's method"),
        Param::bars(
            "deviationPeriod",
            "stddevperiod",
            10.0,
            2.0,
            "Values of a deviation",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| (params[0] as usize - 1) + (params[1] as usize - 1).max(1),
    compute: Compute::of::<Rvi, 1, 1>(),
};

#[derive(Clone)]
struct Rvi {
    previous: f64,
    moments: RollingMoments,
    up: Smoother,
    down: Smoother,
}

state!(Rvi {
    previous,
    moments,
    up,
    down
});

impl Machine<1, 1> for Rvi {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            moments: RollingMoments::new(params[1] as usize),
            up: Smoother::wilder(params[0] as usize),
            down: Smoother::wilder(params[0] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - std::mem::replace(&mut self.previous, value);
        let deviation = self.moments.variance(value).sqrt();
        if deviation.is_nan() || change.is_nan() {
            return [f64::NAN];
        }
        let up = self.up.update(if change > 0.0 { deviation } else { 0.0 });
        let sum = up + self.down.update(if change < 0.0 { deviation } else { 0.0 });
        [if sum == 0.0 { 0.0 } else { 100.0 * (up / sum) }]
    }
}
