use crate::blocks;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "kama",
    talib: "KAMA",
    aliases: &["kaufman-adaptive-moving-average"],
    group: Group::Overlap,
    meaning: "Kaufman adaptive moving average: fast in a trend, slow in noise",
    formula: "kama[t] = kama[t-1] + c^2 (x[t] - kama[t-1]), c = er (2/3 - 2/31) + 2/31, er = |x[t] - x[t-period]| / sum of |x[i] - x[i-1]|",
    source: "Kaufman, Smarter Trading (1995)",
    inputs: &["value"],
    params: &[Param::period(
        30.0,
        2.0,
        "Changes over which the way is measured",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|_| 961.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Kama, 1, 1>(),
};

#[derive(Clone)]
struct Kama(blocks::Kama);

state!(Kama { 0 });

impl Machine<1, 1> for Kama {
    fn open(params: &[f64]) -> Self {
        Self(blocks::Kama::new(params[0] as usize))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
