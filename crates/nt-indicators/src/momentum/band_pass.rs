use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "band-pass",
    talib: "",
    aliases: &["band-pass-filter"],
    group: Group::Momentum,
    meaning: "Band-pass filter: the cycle of one length alone",
    formula: "y[t] = (1 - a) / 2 (x[t] - x[t-2]) + b (1 + a) y[t-1] - a y[t-2], b = cos(2 pi / period), g = 1 / cos(2 pi delta / period), a = g - sqrt(g^2 - 1); from 0",
    source: "Ehlers, Empirical Mode Decomposition, Stocks & Commodities 28 (2010)",
    inputs: &["value"],
    params: &[
        Param::period(20.0, 3.0, "Bars of the cycle"),
        Param::real(
            "bandwidth",
            "",
            0.3,
            (0.01, 0.5),
            "Width of the band, over its centre",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<BandPass, 1, 1>(),
};

#[derive(Clone)]
struct BandPass(TwoPole);

state!(BandPass { 0 });

impl Machine<1, 1> for BandPass {
    fn open(params: &[f64]) -> Self {
        let turn = 2.0 * std::f64::consts::PI / params[0];
        let gamma = 1.0 / (turn * params[1]).cos();
        let alpha = gamma - (gamma * gamma - 1.0).sqrt();
        let half = (1.0 - alpha) / 2.0;
        Self(TwoPole::high_pass(
            [half, 0.0, -half],
            [turn.cos() * (1.0 + alpha), -alpha],
        ))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
