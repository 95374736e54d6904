use crate::blocks::{Window, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "center-of-gravity",
    talib: "",
    aliases: &["cog"],
    group: Group::Momentum,
    meaning: "Center of gravity: how far the balance point of the last values lies from the middle of the window",
    formula: "sum of (i - (period - 1) / 2) x[i] / sum of x[i], i = 0 the oldest of the last `period` values; 0 where the sum is",
    source: "Ehlers, The Center of Gravity Oscillator, Stocks & Commodities 20 (2002)",
    inputs: &["value"],
    params: &[Param::period(10.0, 1.0, "Values taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<CenterOfGravity, 1, 1>(),
};

#[derive(Clone)]
struct CenterOfGravity {
    middle: f64,
    window: Window,
}

state!(CenterOfGravity { window });

impl Machine<1, 1> for CenterOfGravity {
    fn open(params: &[f64]) -> Self {
        Self {
            middle: (params[0] - 1.0) / 2.0,
            window: Window::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.window.push(value);
        if !self.window.is_full() {
            return [f64::NAN];
        }
        let values = self.window.values();
        // The places add up to nothing, so the values may be counted from any of them.
        let torque = |(place, x): (usize, &f64)| (place as f64 - self.middle) * (x - value);
        let torque: f64 = values.iter().enumerate().map(torque).sum();
        [ratio(torque, nt_math::sum(values))]
    }
}
