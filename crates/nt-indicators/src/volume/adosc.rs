use super::ad::Ad;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "adosc",
    talib: "ADOSC",
    aliases: &["chaikin-oscillator"],
    group: Group::Volume,
    meaning: "Chaikin oscillator: a fast average of the accumulation/distribution line less a slow one",
    formula: "ema(ad, fastPeriod) - ema(ad, slowPeriod), both from the first value of ad",
    source: "Chaikin",
    inputs: &["high", "low", "close", "volume"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            3.0,
            2.0,
            "Period of the fast average",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            10.0,
            2.0,
            "Period of the slow average",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0].max(params[1])),
    lookback: |params| params[0].max(params[1]) as usize - 1,
    compute: Compute::of::<Adosc, 4, 1>(),
};

#[derive(Clone)]
struct Adosc {
    line: Ad,
    weights: [f64; 2],
    averages: [f64; 2],
    warming: usize,
}

state!(Adosc {
    line,
    averages,
    warming
});

impl Machine<4, 1> for Adosc {
    fn open(params: &[f64]) -> Self {
        Self {
            line: Ad::open(&[]),
            weights: [2.0 / (params[0] + 1.0), 2.0 / (params[1] + 1.0)],
            averages: [f64::NAN; 2],
            warming: params[0].max(params[1]) as usize - 1,
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let [ad] = self.line.update(row);
        for (average, weight) in self.averages.iter_mut().zip(self.weights) {
            *average = if average.is_nan() {
                ad
            } else {
                weight * ad + (1.0 - weight) * *average
            };
        }
        if self.warming > 0 {
            self.warming -= 1;
            return [f64::NAN];
        }
        [self.averages[0] - self.averages[1]]
    }
}
