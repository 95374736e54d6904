use crate::blocks::{Smoother, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "mcclellan",
    talib: "",
    aliases: &["mcclellan-oscillator"],
    group: Group::Beyond,
    meaning: "McClellan oscillator: a fast average less a slow one of net advances",
    formula: "ema(n, fastPeriod) - ema(n, slowPeriod), n = 1000 (advances - declines) / (advances + declines), 0 where there are none",
    source: "McClellan, Patterns for Profit (1970)",
    inputs: &["advances", "declines"],
    params: &[
        Param::bars("fastPeriod", "", 19.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 39.0, 1.0, "Period of the slow average"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0].max(params[1])),
    lookback: |params| params[0].max(params[1]) as usize - 1,
    compute: Compute::of::<Mcclellan, 2, 1>(),
};

#[derive(Clone)]
struct Mcclellan {
    fast: Smoother,
    slow: Smoother,
}

state!(Mcclellan { fast, slow });

impl Machine<2, 1> for Mcclellan {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            fast: Smoother::exponential(params[0].min(params[1]) as usize),
            slow: Smoother::exponential(params[0].max(params[1]) as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [up, down]: [f64; 2]) -> [f64; 1] {
        let net = 1000.0 * ratio(up - down, up + down);
        [self.fast.update(net) - self.slow.update(net)]
    }
}
