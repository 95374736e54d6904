use crate::blocks::{RollingExtreme, RollingSum, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "choppiness",
    talib: "",
    aliases: &["chop", "choppiness-index"],
    group: Group::Volatility,
    meaning: "Choppiness index: how much of the way prices went was to and fro, up to 100",
    formula: "100 log10(sum of true range over `period` bars / (highest high - lowest low)) / log10(period), the true range of the first bar being high - low; 0 where there is no range",
    source: "Dreiss",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 2.0, "Bars taken together")],
    outputs: &[Output::VALUE],
    // The first true range has no close before it, so the first value is not like later ones.
    stability: Stability::Fading(|_| 1.01),
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Choppiness, 3, 1>(),
};

#[derive(Clone)]
struct Choppiness {
    scale: f64,
    range: TrueRange,
    way: RollingSum,
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(Choppiness {
    range,
    way,
    highest,
    lowest
});

impl Machine<3, 1> for Choppiness {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            scale: 100.0 / params[0].log10(),
            range: TrueRange::new(),
            way: RollingSum::new(period),
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        let range = self.range.update(high, low, close);
        let way = self
            .way
            .update(if range.is_nan() { high - low } else { range });
        let reach = self.highest.update(high) - self.lowest.update(low);
        [if reach == 0.0 || way == 0.0 {
            0.0
        } else {
            self.scale * (way / reach).log10()
        }]
    }
}
