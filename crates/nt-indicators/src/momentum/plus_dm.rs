use crate::blocks::Movement;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "plus-dm",
    talib: "PLUS_DM",
    aliases: &["positive-directional-movement"],
    group: Group::Momentum,
    meaning: "Plus directional movement: the rises of the high, where they are greater than the other way, smoothed as a sum",
    formula: "plusDM[t] = sum - sum / period + move, from the sum of the first period - 1 moves",
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
    compute: Compute::of::<PlusDm, 2, 1>(),
};

#[derive(Clone)]
struct PlusDm {
    movement: Movement,
}

state!(PlusDm { movement });

impl Machine<2, 1> for PlusDm {
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
                let _ = (minus,);
                plus
            })]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.movement.fill_one(inputs, start, out, |both| both.0);
        }
    }
}
