use crate::blocks::{RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cutler-rsi",
    talib: "",
    aliases: &["rsi-sma"],
    group: Group::Momentum,
    meaning: "Cutler's RSI: the RSI from plain means of gains and losses, so that it forgets",
    formula: "100 sum of gains / (sum of gains + sum of losses) over the last `period` changes; 0 where nothing moved",
    source: "Cutler",
    inputs: &["value"],
    params: &[Param::period(14.0, 1.0, "Changes taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<CutlerRsi, 1, 1>(),
};

#[derive(Clone)]
struct CutlerRsi {
    previous: f64,
    gains: RollingSum,
    losses: RollingSum,
}

state!(CutlerRsi {
    previous,
    gains,
    losses
});

impl Machine<1, 1> for CutlerRsi {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            gains: RollingSum::new(params[0] as usize),
            losses: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - std::mem::replace(&mut self.previous, value);
        if change.is_nan() {
            return [change];
        }
        let gains = self.gains.update(if change > 0.0 { change } else { 0.0 });
        let losses = self.losses.update(if change < 0.0 { -change } else { 0.0 });
        [100.0 * ratio(gains, gains + losses)]
    }
}
