use super::macd::{Macd, OUTPUTS};
use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "macd-fix",
    talib: "MACDFIX",
    aliases: &["macdfix"],
    group: Group::Momentum,
    meaning: "MACD of 12 and 26 with the rounded weights 0.15 and 0.075",
    formula: "as macd, with 0.15 and 0.075 for 2 / 13 and 2 / 27",
    source: "Appel",
    inputs: &["value"],
    params: &[Param::bars(
        "signalPeriod",
        "signalperiod",
        9.0,
        1.0,
        "Period of the average of the difference",
    )],
    outputs: OUTPUTS,
    stability: Stability::Fading(|params| 26.0 + params[0]),
    lookback: |params| 24 + params[0] as usize,
    compute: Compute::of::<MacdFix, 1, 3>(),
};

#[derive(Clone)]
struct MacdFix {
    macd: Macd,
}

state!(MacdFix { macd });

impl Machine<1, 3> for MacdFix {
    fn open(params: &[f64]) -> Self {
        Self {
            macd: Macd::of(
                (12, Smoother::with_alpha(12, 0.15)),
                (26, Smoother::with_alpha(26, 0.075)),
                params[0] as usize,
            ),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 1]) -> [f64; 3] {
        self.macd.update(row)
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, outputs: [Option<&mut [f64]>; 3]) {
        self.macd.fill(&input[start..], outputs);
    }
}
