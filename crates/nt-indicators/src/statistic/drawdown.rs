use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "drawdown",
    talib: "",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Drawdown: how far a value is below its highest so far, as a share of it, and for how many bars",
    formula: "depth = 1 - x[t] / highest since the first bar (0 where that is not positive), bars = bars since it",
    source: "",
    inputs: &["value"],
    params: &[],
    outputs: &[Output::real("depth", ""), Output::whole("bars", "")],
    stability: Stability::Path,
    lookback: |_| 0,
    compute: Compute::of::<Drawdown, 1, 2>(),
};

#[derive(Clone)]
struct Drawdown {
    highest: f64,
    bars: usize,
}

state!(Drawdown { highest, bars });

impl Machine<1, 2> for Drawdown {
    fn open(_: &[f64]) -> Self {
        Self {
            highest: f64::NEG_INFINITY,
            bars: 0,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 2] {
        self.bars += 1;
        if value >= self.highest {
            (self.highest, self.bars) = (value, 0);
        }
        let depth = if self.highest > 0.0 {
            (self.highest - value) / self.highest
        } else {
            0.0
        };
        [depth, self.bars as f64]
    }
}
