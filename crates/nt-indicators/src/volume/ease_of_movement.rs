use crate::blocks::{RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ease-of-movement",
    talib: "",
    aliases: &["eom", "emv"],
    group: Group::Volume,
    meaning: "Ease of movement: how far the middle of the bar moves for its volume, averaged",
    formula: "sma((m[t] - m[t-1]) (high - low) scale / volume, period), m = (high + low) / 2; 0 where there is no volume",
    source: "Arms, Volume Cycles in the Stock Market (1983)",
    inputs: &["high", "low", "volume"],
    params: &[
        Param::period(14.0, 1.0, "Bars averaged"),
        Param::real("scale", "", 1e8, (1.0, 1e15), "What volume is divided by"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<EaseOfMovement, 3, 1>(),
};

#[derive(Clone)]
struct EaseOfMovement {
    scale: f64,
    previous: f64,
    average: RollingSum,
}

state!(EaseOfMovement { previous, average });

impl Machine<3, 1> for EaseOfMovement {
    fn open(params: &[f64]) -> Self {
        Self {
            scale: params[1],
            previous: f64::NAN,
            average: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, volume]: [f64; 3]) -> [f64; 1] {
        let middle = (high + low) * 0.5;
        let moved = middle - std::mem::replace(&mut self.previous, middle);
        if moved.is_nan() {
            return [moved];
        }
        let ease = ratio(moved * (high - low) * self.scale, volume);
        [self.average.mean(ease)]
    }
}
