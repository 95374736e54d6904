use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "gaussian-filter",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Two-pole Gaussian filter: smooth, with little lag",
    formula: "y[t] = a^2 x[t] + 2 (1 - a) y[t-1] - (1 - a)^2 y[t-2], b = 2.415 (1 - cos(2 pi / period)), a = sqrt(b^2 + 2 b) - b; from y = x",
    source: "Ehlers, Gaussian and Other Low Lag Filters (2001)",
    inputs: &["value"],
    params: &[Param::period(
        20.0,
        2.0,
        "Bars of the cycle that comes through at half its power",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |_| 0,
    compute: Compute::of::<GaussianFilter, 1, 1>(),
};

#[derive(Clone)]
struct GaussianFilter(TwoPole);

state!(GaussianFilter { 0 });

impl Machine<1, 1> for GaussianFilter {
    fn open(params: &[f64]) -> Self {
        let alpha = TwoPole::alpha(params[0], 2.415);
        let kept = 1.0 - alpha;
        Self(TwoPole::low_pass(
            [alpha * alpha, 0.0, 0.0],
            [2.0 * kept, -kept * kept],
        ))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
