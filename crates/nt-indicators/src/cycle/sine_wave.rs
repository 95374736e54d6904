use crate::blocks::{CyclePhase, DominantCycle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-sine",
    talib: "HT_SINE",
    aliases: &["sine-wave"],
    group: Group::Cycle,
    meaning: "Sine of the phase of the dominant cycle, and the same 45 degrees ahead",
    formula: "sine = sin(phase), leadSine = sin(phase + 45)",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[
        Output::real("sine", "sine"),
        Output::real("leadSine", "leadsine"),
    ],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::LATE,
    compute: Compute::of::<SineWave, 1, 2>(),
};

#[derive(Clone)]
struct SineWave {
    cycle: DominantCycle,
    phase: CyclePhase,
}

state!(SineWave { cycle, phase });

impl Machine<1, 2> for SineWave {
    fn open(_: &[f64]) -> Self {
        Self {
            cycle: DominantCycle::late(),
            phase: CyclePhase::new(),
        }
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        let phase = self
            .cycle
            .update(value)
            .map(|cycle| self.phase.update(&cycle));
        let phase = phase.filter(|_| self.cycle.is_warm());
        phase.map_or([f64::NAN; 2], CyclePhase::sines)
    }
}
