use crate::blocks::AveragePair;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "pvo",
    talib: "PVO",
    aliases: &["percentage-volume-oscillator"],
    group: Group::Volume,
    meaning: "Percentage volume oscillator: a fast average of volume less a slow one, in percent of the slow one",
    formula: "100 (average(volume, fastPeriod) / average(volume, slowPeriod) - 1)",
    source: "Appel",
    inputs: &["volume"],
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
    compute: Compute::of::<Pvo, 1, 1>(),
};

#[derive(Clone)]
struct Pvo {
    pair: AveragePair,
}

state!(Pvo { pair });

impl Machine<1, 1> for Pvo {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self {
            pair: AveragePair::new(params),
        }
    }

    #[inline(always)]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let [fast, slow] = self.pair.update(value);
        [if slow == 0.0 {
            0.0
        } else {
            (fast - slow) / slow * 100.0
        }]
    }
}
