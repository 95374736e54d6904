use crate::blocks::{RollingSum, made};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "qstick",
    talib: "QSTICK",
    aliases: &[],
    group: Group::Momentum,
    meaning: "QStick: the mean body of the last bars",
    formula: "sma(close - open, period)",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["open", "close"],
    params: &[Param::period(10.0, 1.0, "Bars averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Qstick, 2, 1>(),
};

#[derive(Clone)]
struct Qstick {
    bodies: RollingSum,
}

state!(Qstick { bodies });

impl Machine<2, 1> for Qstick {
    fn open(params: &[f64]) -> Self {
        Self {
            bodies: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [open, close]: [f64; 2]) -> [f64; 1] {
        [self.bodies.mean(close - open)]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let bodies = made(inputs, start, |[open, close]| close - open);
        self.bodies.fill_means(&bodies, out);
    }
}
