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
    const TAKES_GAPS: bool = true;

    fn open(params: &[f64]) -> Self {
        Self(Smoother::exponential(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        if !value.is_finite() {
            self.0.restart();
            return [f64::NAN];
        }
        [self.0.update(value)]
    }
}
