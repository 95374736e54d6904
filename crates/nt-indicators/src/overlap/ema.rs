use crate::blocks::Smoother;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ema",
    talib: "EMA",
    aliases: &["exponential-moving-average"],
    group: Group::Overlap,
    meaning: "Exponential moving average: recent values weigh more",
    formula: "ema[t] = ema[t-1] + (x[t] - ema[t-1]) * 2 / (period + 1), from the simple average of \
              the first `period` values",
    source: "",
    inputs: &["value"],
    params: &[Param::period(30.0, 1.0, "Values whose weight it resembles")],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Ema, 1, 1>(),
};

#[derive(Clone)]
struct Ema(Smoother);

state!(Ema { 0 });

impl Machine<1, 1> for Ema {
    fn open(params: &[f64]) -> Self {
        Self(Smoother::exponential(params[0] as usize))
    }

    #[inline(always)]
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
