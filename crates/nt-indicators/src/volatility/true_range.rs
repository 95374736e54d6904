use crate::blocks::TrueRange;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "true-range",
    talib: "TRANGE",
    aliases: &["tr"],
    group: Group::Volatility,
    meaning: "True range: the range of a bar, the close before it included",
    formula: "max(high[t] - low[t], |high[t] - close[t-1]|, |low[t] - close[t-1]|)",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |_| 1,
    compute: Compute::of::<Ranges, 3, 1>(),
};

#[derive(Clone)]
struct Ranges(TrueRange);

state!(Ranges { 0 });

impl Machine<3, 1> for Ranges {
    const TAKES_GAPS: bool = true;

    fn open(_: &[f64]) -> Self {
        Self(TrueRange::new())
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        [self.0.update(high, low, close)]
    }
}
