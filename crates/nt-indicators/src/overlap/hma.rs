use crate::blocks::Hull;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "hma",
    talib: "HMA",
    aliases: &["hull-moving-average"],
    group: Group::Overlap,
    meaning: "Hull moving average: weighted averages combined so that lag nearly vanishes",
    formula: "wma(2 wma(x, period / 2) - wma(x, period), sqrt(period)), both lengths rounded down",
    source: "Hull (2005)",
    inputs: &["value"],
    params: &[Param::period(20.0, 2.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| Hull::lookback(params[0] as usize),
    compute: Compute::of::<Hma, 1, 1>(),
};

#[derive(Clone)]
struct Hma(Hull);

state!(Hma { 0 });

impl Machine<1, 1> for Hma {
    fn open(params: &[f64]) -> Self {
        Self(Hull::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.0.fill(&input[start..], out);
        }
    }
}
