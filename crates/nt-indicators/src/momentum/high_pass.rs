use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "high-pass",
    talib: "",
    aliases: &["high-pass-filter"],
    group: Group::Momentum,
    meaning: "Two-pole high-pass filter: what is left when the trend is taken away",
    formula: "y[t] = (1 - a / 2)^2 (x[t] - 2 x[t-1] + x[t-2]) + 2 (1 - a) y[t-1] - (1 - a)^2 y[t-2], a = (cos w + sin w - 1) / cos w, w = sqrt(1/2) 2 pi / period; from 0",
    source: "Ehlers, Cycle Analytics for Traders (2013)",
    inputs: &["value"],
    params: &[Param::period(
        48.0,
        7.0,
        "Bars of the cycle beyond which all is taken away",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |_| 0,
    compute: Compute::of::<HighPass, 1, 1>(),
};

#[derive(Clone)]
struct HighPass(TwoPole);

state!(HighPass { 0 });

impl Machine<1, 1> for HighPass {
    fn open(params: &[f64]) -> Self {
        Self(TwoPole::without_trend(params[0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
