use crate::blocks::{RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rvgi",
    talib: "",
    aliases: &["relative-vigor-index"],
    group: Group::Momentum,
    meaning: "Relative vigor index: how far bars close above their open, over their range",
    formula: "rvgi = sum of sw(close - open) / sum of sw(high - low) over `period` bars, signal = sw(rvgi), sw(x) = (x[t] + 2 x[t-1] + 2 x[t-2] + x[t-3]) / 6; 0 where there is no range",
    source: "Ehlers, Stocks & Commodities 20 (2002)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::period(10.0, 1.0, "Bars added")],
    outputs: &[Output::real("rvgi", ""), Output::real("signal", "")],
    stability: Stability::Window,
    lookback: |params| params[0] as usize + 5,
    compute: Compute::of::<Rvgi, 4, 2>(),
};

#[derive(Clone)]
struct Rvgi {
    body: Symmetric,
    range: Symmetric,
    bodies: RollingSum,
    ranges: RollingSum,
    signal: Symmetric,
}

state!(Rvgi {
    body,
    range,
    bodies,
    ranges,
    signal
});

/// The weighted average of four values, the middle ones counting twice.
#[derive(Clone)]
struct Symmetric([f64; 3]);

state!(Symmetric { 0 });

impl Symmetric {
    const fn new() -> Self {
        Self([f64::NAN; 3])
    }

    fn update(&mut self, value: f64) -> f64 {
        let [third, second, first] = self.0;
        self.0 = [second, first, value];
        (value + 2.0 * first + 2.0 * second + third) / 6.0
    }
}

impl Machine<4, 2> for Rvgi {
    fn open(params: &[f64]) -> Self {
        Self {
            body: Symmetric::new(),
            range: Symmetric::new(),
            bodies: RollingSum::new(params[0] as usize),
            ranges: RollingSum::new(params[0] as usize),
            signal: Symmetric::new(),
        }
    }

    #[inline]
    fn update(&mut self, [open, high, low, close]: [f64; 4]) -> [f64; 2] {
        let bodies = self.bodies.update(self.body.update(close - open));
        let rvgi = ratio(bodies, self.ranges.update(self.range.update(high - low)));
        let signal = self.signal.update(rvgi);
        if signal.is_nan() {
            [signal; 2]
        } else {
            [rvgi, signal]
        }
    }
}
