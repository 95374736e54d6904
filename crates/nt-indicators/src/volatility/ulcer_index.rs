use crate::blocks::{RollingExtreme, RollingSum, relative_change};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ulcer-index",
    talib: "",
    aliases: &["ulcer", "ui"],
    group: Group::Volatility,
    meaning: "Ulcer index: how deep and how long prices lay below their recent high, in percent",
    formula: "sqrt(mean over `period` bars of (100 (x[t] - highest) / highest)^2), highest of the last `period` values; 0 where that is 0",
    source: "Martin and McCann, The Investor's Guide to Fidelity Funds (1989)",
    inputs: &["value"],
    params: &[Param::period(
        14.0,
        1.0,
        "Values of the high, and falls averaged",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| 2 * params[0] as usize - 2,
    compute: Compute::of::<UlcerIndex, 1, 1>(),
};

#[derive(Clone)]
struct UlcerIndex {
    highest: RollingExtreme,
    squares: RollingSum,
}

state!(UlcerIndex { highest, squares });

impl Machine<1, 1> for UlcerIndex {
    fn open(params: &[f64]) -> Self {
        Self {
            highest: RollingExtreme::highest(params[0] as usize),
            squares: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let fall = 100.0 * relative_change(value, self.highest.update(value));
        // Squares never sum below zero but by rounding.
        [self.squares.mean(fall * fall).abs().sqrt()]
    }
}
