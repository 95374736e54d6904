use crate::blocks::Directions;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "plus-di",
    talib: "PLUS_DI",
    aliases: &["positive-directional-indicator"],
    group: Group::Momentum,
    meaning: "Plus directional indicator: the rises of the high in percent of the range of the bars, smoothed",
    formula: "100 plusDM / TR, both smoothed by Wilder's method as sums over `period` bars",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        1.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<PlusDi, 3, 1>(),
};

#[derive(Clone)]
struct PlusDi {
    directions: Directions,
}

state!(PlusDi { directions });

impl Machine<3, 1> for PlusDi {
    fn open(params: &[f64]) -> Self {
        Self {
            directions: Directions::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 1] {
        [self
            .directions
            .update(row)
            .map_or(f64::NAN, |both| both.plus)]
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.directions.fill(inputs, start, |bar, plus, _| {
            out[bar - start..][..plus.len()].copy_from_slice(plus);
        });
    }
}
