use crate::blocks::{CyclePhase, DominantCycle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-dcphase",
    talib: "HT_DCPHASE",
    aliases: &["dominant-cycle-phase"],
    group: Group::Cycle,
    meaning: "Phase of the dominant cycle in degrees, -45 to 315, by the Hilbert transform",
    formula: "90 + 360 / p + atan(sum(s sin) / sum(s cos)) over one cycle of p bars, s the price smoothed over four bars",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::LATE,
    compute: Compute::of::<DominantPhase, 1, 1>(),
};

#[derive(Clone)]
struct DominantPhase {
    cycle: DominantCycle,
    phase: CyclePhase,
}

state!(DominantPhase { cycle, phase });

impl Machine<1, 1> for DominantPhase {
    fn open(_: &[f64]) -> Self {
        Self {
            cycle: DominantCycle::late(),
            phase: CyclePhase::new(),
        }
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let phase = self
            .cycle
            .update(value)
            .map(|cycle| self.phase.update(&cycle));
        [phase.filter(|_| self.cycle.is_warm()).unwrap_or(f64::NAN)]
    }
}
