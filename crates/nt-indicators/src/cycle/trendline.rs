use crate::blocks::{CycleTrend, DominantCycle};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ht-trendline",
    talib: "HT_TRENDLINE",
    aliases: &["instantaneous-trendline"],
    group: Group::Cycle,
    meaning: "Instantaneous trendline: the price without its dominant cycle",
    formula: "(4 a[t] + 3 a[t-1] + 2 a[t-2] + a[t-3]) / 10, a the average price over one dominant cycle",
    source: "Ehlers, Rocket Science for Traders (2001)",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|_| 100.0),
    lookback: |_| DominantCycle::LATE,
    compute: Compute::of::<Trendline, 1, 1>(),
};

#[derive(Clone)]
struct Trendline {
    cycle: DominantCycle,
    trend: CycleTrend,
}

state!(Trendline { cycle, trend });

impl Machine<1, 1> for Trendline {
    fn open(_: &[f64]) -> Self {
        Self {
            cycle: DominantCycle::late(),
            trend: CycleTrend::new(),
        }
    }

    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        self.trend.push(value);
        let cycle = self.cycle.update(value);
        let trend = cycle.map(|cycle| self.trend.value(cycle.period));
        [trend.filter(|_| self.cycle.is_warm()).unwrap_or(f64::NAN)]
    }
}
