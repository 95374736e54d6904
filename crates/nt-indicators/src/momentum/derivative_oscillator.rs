use super::rsi::Rsi;
use crate::blocks::{RollingSum, Smoother, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "derivative-oscillator",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Derivative oscillator: a twice smoothed RSI less its simple average",
    formula: "s - sma(s, signalPeriod), s = ema(ema(rsi(x, period), firstPeriod), secondPeriod)",
    source: "Brown, Technical Analysis for the Trading Professional (1999)",
    inputs: &["value"],
    params: &[
        Param::period(14.0, 2.0, "Period of the RSI"),
        Param::bars("firstPeriod", "", 5.0, 1.0, "Period of the first smoothing"),
        Param::bars(
            "secondPeriod",
            "",
            3.0,
            1.0,
            "Period of the second smoothing",
        ),
        Param::bars("signalPeriod", "", 9.0, 1.0, "Values averaged"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| (2.0 * params[0] - 1.0).max(params[1] + params[2])),
    lookback: |params| {
        params[0] as usize + params[1] as usize + params[2] as usize + params[3] as usize - 3
    },
    compute: Compute::of::<DerivativeOscillator, 1, 1>(),
};

#[derive(Clone)]
struct DerivativeOscillator {
    rsi: Rsi,
    first: Smoother,
    second: Smoother,
    signal: RollingSum,
}

state!(DerivativeOscillator {
    rsi,
    first,
    second,
    signal
});

impl Machine<1, 1> for DerivativeOscillator {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            rsi: Rsi::open(params),
            first: Smoother::exponential(params[1] as usize),
            second: Smoother::exponential(params[2] as usize),
            signal: RollingSum::new(params[3] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, row: [f64; 1]) -> [f64; 1] {
        let [rsi] = self.rsi.update(row);
        let once = once_there(rsi, |value| self.first.update(value));
        let twice = once_there(once, |value| self.second.update(value));
        [twice - self.signal.mean(twice)]
    }
}
