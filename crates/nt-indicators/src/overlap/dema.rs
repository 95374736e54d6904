use crate::blocks;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "dema",
    talib: "DEMA",
    aliases: &["double-exponential-moving-average"],
    group: Group::Overlap,
    meaning: "Double exponential moving average: an exponential average with half its lag taken out",
    formula: "2 ema(x) - ema(ema(x))",
    source: "Mulloy, Smoothing Data With Faster Moving Averages, Stocks & Commodities 12 (1994)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Period of both averages")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |params| 2 * (params[0] as usize - 1),
    compute: Compute::of::<Dema, 1, 1>(),
};

#[derive(Clone)]
struct Dema(blocks::Dema);

state!(Dema { 0 });

impl Machine<1, 1> for Dema {
    fn open(params: &[f64]) -> Self {
        Self(blocks::Dema::new(params[0] as usize))
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
