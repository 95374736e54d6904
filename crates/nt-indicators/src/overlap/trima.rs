use crate::blocks;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "trima",
    talib: "TRIMA",
    aliases: &["triangular-moving-average"],
    group: Group::Overlap,
    meaning: "Triangular moving average: the middle of the window weighs most",
    formula: "sma(sma(x, ceil(period / 2)), floor(period / 2) + 1)",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values averaged")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Trima, 1, 1>(),
};

#[derive(Clone)]
struct Trima(blocks::Triangular);

state!(Trima { 0 });

impl Machine<1, 1> for Trima {
    fn open(params: &[f64]) -> Self {
        Self(blocks::Triangular::new(params[0] as usize))
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
