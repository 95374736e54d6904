use crate::blocks::{Smoother, once_there, relative_change};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ppo-histogram",
    talib: "",
    aliases: &["ppo-ext"],
    group: Group::Momentum,
    meaning: "Percentage price oscillator with its signal, and what it is above it",
    formula: "ppo = 100 (ema(x, fastPeriod) / ema(x, slowPeriod) - 1), signal = ema(ppo, signalPeriod), histogram = ppo - signal; 0 where the slow average is",
    source: "Appel",
    inputs: &["value"],
    params: &[
        Param::bars("fastPeriod", "", 12.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 26.0, 1.0, "Period of the slow average"),
        Param::bars("signalPeriod", "", 9.0, 1.0, "Period of the signal"),
    ],
    outputs: &[
        Output::real("ppo", ""),
        Output::real("signal", ""),
        Output::real("histogram", ""),
    ],
    stability: Stability::Fading(|params| params[0].max(params[1]) + params[2]),
    lookback: |params| params[0].max(params[1]) as usize + params[2] as usize - 2,
    compute: Compute::of::<PpoHistogram, 1, 3>(),
};

#[derive(Clone)]
pub(crate) struct PpoHistogram {
    fast: Smoother,
    slow: Smoother,
    signal: Smoother,
}

state!(PpoHistogram { fast, slow, signal });

impl Machine<1, 3> for PpoHistogram {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            fast: Smoother::exponential(params[0].min(params[1]) as usize),
            slow: Smoother::exponential(params[0].max(params[1]) as usize),
            signal: Smoother::exponential(params[2] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        let (fast, slow) = (self.fast.update(value), self.slow.update(value));
        let ppo = 100.0 * relative_change(fast, slow);
        let signal = once_there(ppo, |ppo| self.signal.update(ppo));
        if signal.is_nan() {
            return [signal; 3];
        }
        [ppo, signal, ppo - signal]
    }
}
