use crate::blocks::{RollingSum, is_rounding};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "mfi",
    talib: "MFI",
    aliases: &["money-flow-index"],
    group: Group::Momentum,
    meaning: "Money flow index: turnover of rising bars in percent of all turnover, 0 to 100",
    formula: "100 up / (up + down), the sums of typical price times volume over the last `period` bars whose typical price rose, or fell; 0 where the sum is below 1",
    source: "Quong and Soudack, Stocks & Commodities 7 (1989)",
    inputs: &["high", "low", "close", "volume"],
    params: &[Param::period(14.0, 2.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Mfi, 4, 1>(),
};

#[derive(Clone)]
struct Mfi {
    previous: f64,
    up: RollingSum,
    down: RollingSum,
}

state!(Mfi { previous, up, down });

impl Machine<4, 1> for Mfi {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: f64::NAN,
            up: RollingSum::new(params[0] as usize),
            down: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low, close, volume]: [f64; 4]) -> [f64; 1] {
        let typical = (high + low + close) / 3.0;
        let before = std::mem::replace(&mut self.previous, typical);
        if before.is_nan() {
            return [f64::NAN];
        }
        let same = is_rounding(typical - before, typical.abs() + before.abs());
        let flow = if same { 0.0 } else { typical * volume };
        let up = self.up.update(if typical > before { flow } else { 0.0 });
        let sum = up + self.down.update(if typical < before { flow } else { 0.0 });
        [if sum < 1.0 { 0.0 } else { 100.0 * (up / sum) }]
    }
}
