use crate::blocks::Mesa;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "mama",
    talib: "MAMA",
    aliases: &["mesa-adaptive-moving-average"],
    group: Group::Overlap,
    meaning: "MESA adaptive moving average: fast where the phase of the cycle turns fast, and its following average",
    formula: "mama[t] = a x[t] + (1 - a) mama[t-1], fama[t] = a/2 mama[t] + (1 - a/2) fama[t-1], a = fastLimit / degrees turned, within the limits",
    source: "Ehlers, MESA Adaptive Moving Averages, Stocks & Commodities 19 (2001)",
    inputs: &["value"],
    params: &[
        Param::real(
            "fastLimit",
            "fastlimit",
            0.5,
            (0.01, 0.99),
            "Greatest weight of a new value",
        ),
        Param::real(
            "slowLimit",
            "slowlimit",
            0.05,
            (0.01, 0.99),
            "Least weight of a new value",
        ),
    ],
    outputs: &[Output::real("mama", "mama"), Output::real("fama", "fama")],
    stability: Stability::Fading(|params| 2.0 / params[1]),
    lookback: |_| Mesa::LOOKBACK,
    compute: Compute::of::<Mama, 1, 2>(),
};

#[derive(Clone)]
struct Mama(Mesa);

state!(Mama { 0 });

impl Machine<1, 2> for Mama {
    fn open(params: &[f64]) -> Self {
        Self(Mesa::new(params[0], params[1]))
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        self.0.update(value)
    }
}
