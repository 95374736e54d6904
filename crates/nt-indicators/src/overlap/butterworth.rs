use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "butterworth",
    talib: "",
    aliases: &["butterworth-filter"],
    group: Group::Overlap,
    meaning: "Two-pole Butterworth filter: flat for slow cycles, steep for fast ones",
    formula: "y[t] = c (x[t] + 2 x[t-1] + x[t-2]) + b y[t-1] - a^2 y[t-2], a = exp(-sqrt(2) pi / period), b = 2 a cos(sqrt(2) pi / period), c = (1 - b + a^2) / 4; from y = x",
    source: "Ehlers, Cybernetic Analysis for Stocks and Futures (2004)",
    inputs: &["value"],
    params: &[Param::period(
        20.0,
        2.0,
        "Bars of the cycle that comes through at half its power",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |_| 0,
    compute: Compute::of::<Butterworth, 1, 1>(),
};

#[derive(Clone)]
struct Butterworth(TwoPole);

state!(Butterworth { 0 });

impl Machine<1, 1> for Butterworth {
    fn open(params: &[f64]) -> Self {
        let poles = TwoPole::maximally_flat(params[0]);
        let gain = (1.0 - poles[0] - poles[1]) / 4.0;
        Self(TwoPole::low_pass([gain, 2.0 * gain, gain], poles))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [self.0.update(value)]
    }
}
