use crate::blocks::{RollingExtreme, Smoother, TrueRange, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "chandelier-exit",
    talib: "",
    aliases: &[],
    group: Group::Overlap,
    meaning: "Chandelier exit: stops that hang some average true ranges from the extremes of the last bars",
    formula: "long = highest high - multiplier atr, short = lowest low + multiplier atr, all over `period` bars",
    source: "Le Beau",
    inputs: &["high", "low", "close"],
    params: &[
        Param::period(
            22.0,
            1.0,
            "Bars of the extremes, and ranges smoothed by Wilder's method",
        ),
        Param::real(
            "multiplier",
            "",
            3.0,
            (0.0, 1e6),
            "Ranges from the extreme to the stop",
        ),
    ],
    outputs: &[Output::real("long", ""), Output::real("short", "")],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<ChandelierExit, 3, 2>(),
};

#[derive(Clone)]
struct ChandelierExit {
    multiplier: f64,
    range: TrueRange,
    smoother: Smoother,
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(ChandelierExit {
    range,
    smoother,
    highest,
    lowest
});

impl Machine<3, 2> for ChandelierExit {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            multiplier: params[1],
            range: TrueRange::new(),
            smoother: Smoother::wilder(period),
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        let range = self.range.update(high, low, close);
        let reach = self.multiplier * once_there(range, |range| self.smoother.update(range));
        [highest - reach, lowest + reach]
    }
}
