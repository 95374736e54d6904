use crate::blocks::Movement;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "minus-dm",
    talib: "MINUS_DM",
    aliases: &["negative-directional-movement"],
    group: Group::Momentum,
    meaning: "Minus directional movement: the falls of the low, where they are greater than the other way, smoothed as a sum",
    formula: "minusDM[t] = sum - sum / period + move, from the sum of the first period - 1 moves",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low"],
    params: &[Param::period(
        14.0,
        1.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| (params[0] as usize - 1).max(1),
    compute: Compute::of::<MinusDm, 2, 1>(),
};

#[derive(Clone)]
struct MinusDm {
    movement: Movement,
}

state!(MinusDm { movement });

impl Machine<2, 1> for MinusDm {
    fn open(params: &[f64]) -> Self {
        Self {
            movement: Movement::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        [self
            .movement
            .update(high, low)
            .map_or(f64::NAN, |(plus, minus)| {
                let _ = (plus,);
                minus
            })]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.movement.fill_one(inputs, start, out, |both| both.1);
        }
    }
}
