use crate::blocks::{CyclePhase, CycleTrend, DominantCycle, Phasor};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-trendmode",
    talib: "HT_TRENDMODE",
    aliases: &["trend-mode"],
    group: Group::Cycle,
    meaning: "Whether the market trends (1) or cycles (0), by the Hilbert transform",
    formula: "0 for half a cycle after the sine waves cross and while the phase turns at the pace of the cycle, else 1; 1 where the smoothed price is 1.5 % or more off the trendline",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::WHOLE],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::LATE,
    compute: Compute::of::<TrendMode, 1, 1>(),
};

#[derive(Clone)]
struct TrendMode {
    cycle: DominantCycle,
    phase: CyclePhase,
    trend: CycleTrend,
    degrees: f64,
    sines: [f64; 2],
    /// Bars since the sine waves crossed.
    bars: usize,
}

state!(TrendMode {
    cycle,
    phase,
    trend,
    degrees,
    sines,
    bars
});

impl Machine<1, 1> for TrendMode {
    fn open(_: &[f64]) -> Self {
        Self {
            cycle: DominantCycle::late(),
            phase: CyclePhase::new(),
            trend: CycleTrend::new(),
            degrees: 0.0,
            sines: [0.0; 2],
            bars: 0,
        }
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.trend.push(value);
        let trends = self.cycle.update(value).map(|cycle| self.trends(&cycle));
        let trends = trends.filter(|_| self.cycle.is_warm());
        [trends.map_or(f64::NAN, |trends| f64::from(u8::from(trends)))]
    }
}

impl TrendMode {
    fn trends(&mut self, cycle: &Phasor) -> bool {
        let degrees = self.phase.update(cycle);
        let turned = degrees - std::mem::replace(&mut self.degrees, degrees);
        self.bars = if self.crosses(degrees) {
            1
        } else {
            self.bars + 1
        };
        let trend = self.trend.value(cycle.period);
        if trend != 0.0 && ((cycle.smoothed - trend) / trend).abs() >= 0.015 {
            return true;
        }
        let pace = 360.0 / cycle.period;
        let in_step = turned > 0.67 * pace && turned < 1.5 * pace;
        self.bars > 1 && self.bars as f64 >= 0.5 * cycle.period && !in_step
    }

    fn crosses(&mut self, degrees: f64) -> bool {
        let [sine, lead] = CyclePhase::sines(degrees);
        let [sine_before, lead_before] = std::mem::replace(&mut self.sines, [sine, lead]);
        sine > lead && sine_before <= lead_before || sine < lead && sine_before >= lead_before
    }
}
