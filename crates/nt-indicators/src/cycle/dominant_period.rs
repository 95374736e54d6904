use crate::blocks::DominantCycle;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-dcperiod",
    talib: "HT_DCPERIOD",
    aliases: &["dominant-cycle-period"],
    group: Group::Cycle,
    meaning: "Period of the dominant cycle in bars, by the Hilbert transform",
    formula: "p[t] = 0.33 d[t] + 0.67 p[t-1], d the period by the homodyne discriminator, 6 to 50",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::EARLY,
    compute: Compute::of::<DominantPeriod, 1, 1>(),
};

#[derive(Clone)]
struct DominantPeriod(DominantCycle);

state!(DominantPeriod { 0 });

impl Machine<1, 1> for DominantPeriod {
    fn open(_: &[f64]) -> Self {
        Self(DominantCycle::early())
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let cycle = self.0.update(value).filter(|_| self.0.is_warm());
        [cycle.map_or(f64::NAN, |cycle| cycle.period)]
    }
}
