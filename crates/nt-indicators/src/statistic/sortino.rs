use crate::blocks::{Returns, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sortino",
    talib: "",
    aliases: &["rolling-sortino", "sortino-ratio"],
    group: Group::Statistic,
    meaning: "Rolling Sortino ratio: the mean return over the deviation of what fell short, not annualised",
    formula: "(mean(r) - target) / sqrt(mean(min(0, r - target)^2)) over the last `period` simple returns r; 0 where nothing fell short",
    source: "Sortino and Price, Performance Measurement in a Downside Risk Framework (1994)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 1.0, "Returns taken together"),
        Param::real(
            "target",
            "",
            0.0,
            (-1.0, 1.0),
            "Least return of a bar that is accepted",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Sortino, 1, 1>(),
};

#[derive(Clone)]
struct Sortino {
    target: f64,
    returns: Returns,
    sum: RollingSum,
    shortfall: RollingSum,
}

state!(Sortino {
    returns,
    sum,
    shortfall
});

impl Machine<1, 1> for Sortino {
    fn open(params: &[f64]) -> Self {
        Self {
            target: params[1],
            returns: Returns::new(),
            sum: RollingSum::new(params[0] as usize),
            shortfall: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = self.returns.update(value);
        let short = change - self.target;
        let short = if short > 0.0 { 0.0 } else { short };
        // Squares never sum below zero but by rounding.
        let downside = self.shortfall.mean(short * short).abs().sqrt();
        [ratio(self.sum.mean(change) - self.target, downside)]
    }
}
