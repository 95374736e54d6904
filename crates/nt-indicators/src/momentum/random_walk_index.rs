use crate::blocks::{Lag, Smoother, TrueRange, once_there, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "random-walk-index",
    talib: "",
    aliases: &["rwi"],
    group: Group::Momentum,
    meaning: "Random walk index: how far prices went against how far a random walk would go",
    formula: "high = (high[t] - low[t-period]) / (atr(period) sqrt(period)), low = (high[t-period] - low[t]) / (the same); 0 where that is 0",
    source: "Poulos, Of Trends And Random Walks, Stocks & Commodities 9 (1991)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        1.0,
        "Bars of the way, and ranges smoothed by Wilder's method",
    )],
    outputs: &[Output::real("high", ""), Output::real("low", "")],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<RandomWalkIndex, 3, 2>(),
};

#[derive(Clone)]
struct RandomWalkIndex {
    root: f64,
    lags: [Lag; 2],
    range: TrueRange,
    average: Smoother,
}

state!(RandomWalkIndex {
    lags,
    range,
    average
});

impl Machine<3, 2> for RandomWalkIndex {
    const FUSED: bool = true;

    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            root: params[0].sqrt(),
            lags: [Lag::new(period), Lag::new(period)],
            range: TrueRange::new(),
            average: Smoother::wilder(period),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (high_before, low_before) = (self.lags[0].update(high), self.lags[1].update(low));
        let range = self.range.update(high, low, close);
        let walk = self.root * once_there(range, |range| self.average.update(range));
        [
            ratio(high - low_before, walk),
            ratio(high_before - low, walk),
        ]
    }
}
