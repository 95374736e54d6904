use crate::blocks::{Smoother, TrueRange};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "tradingview-di",
    talib: "",
    aliases: &[],
    group: Group::Momentum,
    meaning: "Directional indicators as TradingView computes them: movements and ranges smoothed from averages of their first values",
    formula: "100 rma(movement up or down) / rma(true range), rma being Wilder's smoothing from the average of the first `period` values; the one before where nothing moved",
    source: "Pine Script reference, ta.dmi",
    inputs: &["high", "low", "close"],
    params: &[Param::period(14.0, 1.0, "Movements and ranges smoothed")],
    outputs: &[Output::real("plus", ""), Output::real("minus", "")],
    stability: Stability::Fading(|params| params[0] * 2.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Directions, 3, 2>(),
};

/// Both indicators, NaN while warming up.
#[derive(Clone)]
pub(super) struct Directions {
    high: f64,
    low: f64,
    range: TrueRange,
    ranges: Smoother,
    up: Smoother,
    down: Smoother,
    last: [f64; 2],
}

state!(Directions {
    high,
    low,
    range,
    ranges,
    up,
    down,
    last
});

impl Machine<3, 2> for Directions {
    fn open(params: &[f64]) -> Self {
        let smoother = Smoother::wilder(params[0] as usize);
        Self {
            high: f64::NAN,
            low: f64::NAN,
            range: TrueRange::new(),
            ranges: smoother.clone(),
            up: smoother.clone(),
            down: smoother,
            last: [f64::NAN; 2],
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 2] {
        let (up, down) = (high - self.high, self.low - low);
        (self.high, self.low) = (high, low);
        let range = self.range.update(high, low, close);
        if range.is_nan() {
            return [f64::NAN; 2];
        }
        let ranges = self.ranges.update(range);
        let up_moved = self.up.update(movement(up, down));
        let down_moved = self.down.update(movement(down, up));
        if ranges != 0.0 {
            self.last = [up_moved, down_moved].map(|moved| 100.0 * moved / ranges);
        } else if self.last[0].is_nan() {
            // Nothing has moved yet.
            self.last = [0.0; 2];
        }
        self.last
    }
}

/// A movement counts where it is the greater one, and is one.
fn movement(ours: f64, other: f64) -> f64 {
    if ours > other && ours > 0.0 {
        ours
    } else {
        0.0
    }
}
