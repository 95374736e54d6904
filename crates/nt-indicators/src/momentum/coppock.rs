use crate::blocks::{Lag, Weighted};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "coppock",
    talib: "COPPOCK",
    aliases: &["coppock-curve"],
    group: Group::Momentum,
    meaning: "Coppock curve: a weighted average of two rates of change added",
    formula: "wma(roc(x, firstPeriod) + roc(x, secondPeriod), period), roc in percent",
    source: "Coppock, Barron's (1962)",
    inputs: &["value"],
    params: &[
        Param::bars("period", "wmaperiod", 10.0, 1.0, "Sums averaged"),
        Param::bars(
            "firstPeriod",
            "roc1period",
            11.0,
            1.0,
            "Bars of one rate of change",
        ),
        Param::bars(
            "secondPeriod",
            "roc2period",
            14.0,
            1.0,
            "Bars of the other rate of change",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1 + params[1].max(params[2]) as usize,
    compute: Compute::of::<Coppock, 1, 1>(),
};

#[derive(Clone)]
struct Coppock {
    first: Lag,
    second: Lag,
    average: Weighted,
}

state!(Coppock {
    first,
    second,
    average
});

impl Machine<1, 1> for Coppock {
    fn open(params: &[f64]) -> Self {
        Self {
            first: Lag::new(params[1] as usize),
            second: Lag::new(params[2] as usize),
            average: Weighted::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let first = change(value, self.first.update(value));
        let sum = first + change(value, self.second.update(value));
        [if sum.is_nan() {
            sum
        } else {
            self.average.update(sum)
        }]
    }
}

fn change(value: f64, before: f64) -> f64 {
    if before == 0.0 {
        0.0
    } else {
        100.0 * (value / before - 1.0)
    }
}
