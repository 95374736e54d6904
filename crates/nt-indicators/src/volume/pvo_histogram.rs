use crate::momentum::PpoHistogram;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "pvo-histogram",
    talib: "",
    aliases: &["pvo-ext"],
    group: Group::Volume,
    meaning: "Percentage volume oscillator with its signal, and what it is above it",
    formula: "pvo = 100 (ema(volume, fastPeriod) / ema(volume, slowPeriod) - 1), signal = ema(pvo, signalPeriod), histogram = pvo - signal; 0 where the slow average is",
    source: "",
    inputs: &["volume"],
    params: &[
        Param::bars("fastPeriod", "", 12.0, 1.0, "Period of the fast average"),
        Param::bars("slowPeriod", "", 26.0, 1.0, "Period of the slow average"),
        Param::bars("signalPeriod", "", 9.0, 1.0, "Period of the signal"),
    ],
    outputs: &[
        Output::real("pvo", ""),
        Output::real("signal", ""),
        Output::real("histogram", ""),
    ],
    stability: Stability::Fading(|params| params[0].max(params[1]) + params[2]),
    lookback: |params| params[0].max(params[1]) as usize + params[2] as usize - 2,
    compute: Compute::of::<PvoHistogram, 1, 3>(),
};

#[derive(Clone)]
struct PvoHistogram(PpoHistogram);

state!(PvoHistogram { 0 });

impl Machine<1, 3> for PvoHistogram {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        Self(PpoHistogram::open(params))
    }

    #[inline(always)]
    fn update(&mut self, row: [f64; 1]) -> [f64; 3] {
        self.0.update(row)
    }
}
