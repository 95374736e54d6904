use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "super-smoother",
    talib: "",
    aliases: &["ehlers-super-smoother"],
    group: Group::Overlap,
    meaning: "Super smoother: a two-pole filter with less lag than an average as smooth",
    formula: "y[t] = c (x[t] + x[t-1]) / 2 + b y[t-1] - a^2 y[t-2], a = exp(-sqrt(2) pi / period), b = 2 a cos(sqrt(2) pi / period), c = 1 - b + a^2; from y = x",
    source: "Ehlers, Predictive Indicators for Effective Trading Strategies, Stocks & Commodities 32 (2014)",
    inputs: &["value"],
    params: &[Param::period(
        10.0,
        2.0,
        "Bars of the cycle that comes through at half its power",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |_| 0,
    compute: Compute::of::<SuperSmoother, 1, 1>(),
};

#[derive(Clone)]
struct SuperSmoother(TwoPole);

state!(SuperSmoother { 0 });

impl Machine<1, 1> for SuperSmoother {
    fn open(params: &[f64]) -> Self {
        Self(TwoPole::super_smoother(params[0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
