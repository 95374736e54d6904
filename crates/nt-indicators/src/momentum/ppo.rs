use crate::blocks::AveragePair;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ppo",
    talib: "PPO",
    aliases: &["percentage-price-oscillator"],
    group: Group::Momentum,
    meaning: "Percentage price oscillator: a fast average less a slow one, in percent of the slow one",
    formula: "100 (average(x, fastPeriod) / average(x, slowPeriod) - 1)",
    source: "Appel",
    inputs: &["value"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            12.0,
            2.0,
            "Period of the fast average",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            26.0,
            2.0,
            "Period of the slow average",
        ),
        Param::average("average", "matype", 1.0, "Kind of both averages"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(AveragePair::fading),
    lookback: |params| AveragePair::lookback(params),
    compute: Compute::of::<Ppo, 1, 1>(),
};

#[derive(Clone)]
struct Ppo {
    pair: AveragePair,
}

state!(Ppo { pair });

impl Machine<1, 1> for Ppo {
    fn open(params: &[f64]) -> Self {
        Self {
            pair: AveragePair::new(params),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let [fast, slow] = self.pair.update(value);
        [result(fast, slow)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            self.pair.fill(&input[start..], out, result);
        }
    }
}

#[inline]
fn result(fast: f64, slow: f64) -> f64 {
    if slow == 0.0 {
        0.0
    } else {
        (fast - slow) / slow * 100.0
    }
}
