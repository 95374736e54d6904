use crate::blocks::{Lag, RollingSum};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "er",
    talib: "ER",
    aliases: &["efficiency-ratio"],
    group: Group::Momentum,
    meaning: "Efficiency ratio: the way from end to end over the way gone, 0 to 1",
    formula: "|x[t] - x[t-period]| / sum of |x[i] - x[i-1]|; 0 where nothing moved",
    source: "Kaufman, Smarter Trading (1995)",
    inputs: &["value"],
    params: &[Param::period(
        10.0,
        2.0,
        "Changes over which the way is measured",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Er, 1, 1>(),
};

#[derive(Clone)]
struct Er {
    previous: f64,
    lag: Lag,
    moves: RollingSum,
}

state!(Er {
    previous,
    lag,
    moves
});

impl Machine<1, 1> for Er {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            lag: Lag::new(params[0] as usize),
            moves: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let before = self.lag.update(value);
        let change = value - std::mem::replace(&mut self.previous, value);
        let moved = if change.is_nan() {
            change
        } else {
            self.moves.update(change.abs())
        };
        [if moved == 0.0 {
            0.0
        } else {
            (value - before).abs() / moved
        }]
    }
}
