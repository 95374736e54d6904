use crate::blocks::TwoPole;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "decycler",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Decycler: the price without its short cycles, with hardly any lag",
    formula: "x[t] - h[t], h[t] = (1 - a / 2) (x[t] - x[t-1]) + (1 - a) h[t-1] from 0, a = (cos w + sin w - 1) / cos w, w = 2 pi / period",
    source: "Ehlers, Decyclers, Stocks & Commodities 33 (2015)",
    inputs: &["value"],
    params: &[Param::period(
        60.0,
        5.0,
        "Bars of the longest cycle taken away",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0]),
    lookback: |_| 0,
    compute: Compute::of::<Decycler, 1, 1>(),
};

#[derive(Clone)]
struct Decycler(TwoPole);

state!(Decycler { 0 });

impl Machine<1, 1> for Decycler {
    fn open(params: &[f64]) -> Self {
        let turn = 2.0 * std::f64::consts::PI / params[0];
        let alpha = (turn.cos() + turn.sin() - 1.0) / turn.cos();
        let gain = 1.0 - alpha / 2.0;
        Self(TwoPole::high_pass([gain, -gain, 0.0], [1.0 - alpha, 0.0]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [value - self.0.update(value)]
    }
}
