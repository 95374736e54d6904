use crate::blocks::DominantCycle;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-phasor",
    talib: "HT_PHASOR",
    aliases: &["hilbert-phasor"],
    group: Group::Cycle,
    meaning: "In-phase and quadrature parts of the price by the Hilbert transform",
    formula: "quadrature[t] = H(detrended)[t], inPhase[t] = detrended[t-3], H the Hilbert transform over seven bars",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[
        Output::real("inPhase", "inphase"),
        Output::real("quadrature", "quadrature"),
    ],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::EARLY,
    compute: Compute::of::<HilbertPhasor, 1, 2>(),
};

#[derive(Clone)]
struct HilbertPhasor(DominantCycle);

state!(HilbertPhasor { 0 });

impl Machine<1, 2> for HilbertPhasor {
    fn open(_: &[f64]) -> Self {
        Self(DominantCycle::early())
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        let cycle = self.0.update(value).filter(|_| self.0.is_warm());
        cycle.map_or([f64::NAN; 2], |cycle| [cycle.in_phase, cycle.quadrature])
    }
}
