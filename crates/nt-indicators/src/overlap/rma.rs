use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rma",
    talib: "RMA",
    aliases: &["smma", "wilder"],
    group: Group::Overlap,
    meaning: "Wilder's smoothing: an exponential average with the weight 1 / period",
    formula: "rma[t] = rma[t-1] + (x[t] - rma[t-1]) / period, from the simple average of the first \
              `period` values",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values smoothed")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Rma, 1, 1>(),
};

#[derive(Clone)]
struct Rma(Smoother);

state!(Rma { 0 });

impl Machine<1, 1> for Rma {
    fn open(params: &[f64]) -> Self {
        Self(Smoother::wilder(params[0] as usize))
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
