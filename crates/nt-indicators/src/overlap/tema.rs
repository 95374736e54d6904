use crate::blocks;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tema",
    talib: "TEMA",
    aliases: &["triple-exponential-moving-average"],
    group: Group::Overlap,
    meaning: "Triple exponential moving average: an exponential average with most of its lag taken out",
    formula: "3 ema(x) - 3 ema(ema(x)) + ema(ema(ema(x)))",
    source: "Mulloy, Smoothing Data With Faster Moving Averages, Stocks & Commodities 12 (1994)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Period of the three averages")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 3.0 * params[0]),
    lookback: |params| 3 * (params[0] as usize - 1),
    compute: Compute::of::<Tema, 1, 1>(),
};

#[derive(Clone)]
struct Tema(blocks::Tema);

state!(Tema { 0 });

impl Machine<1, 1> for Tema {
    fn open(params: &[f64]) -> Self {
        Self(blocks::Tema::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            out.copy_from_slice(&input[start..]);
            self.0.smooth(out);
        }
    }
}
