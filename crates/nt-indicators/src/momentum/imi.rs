use crate::blocks::RollingSum;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "imi",
    talib: "IMI",
    aliases: &["intraday-momentum-index"],
    group: Group::Momentum,
    meaning: "Intraday momentum index: the bodies of rising bars in percent of all bodies",
    formula: "100 sum of (close - open where close > open) / sum of |close - open| over `period` bars; 0 where there are none",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["open", "close"],
    params: &[Param::period(14.0, 2.0, "Bars added")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Imi, 2, 1>(),
};

#[derive(Clone)]
struct Imi {
    rises: RollingSum,
    falls: RollingSum,
}

state!(Imi { rises, falls });

impl Machine<2, 1> for Imi {
    fn open(params: &[f64]) -> Self {
        Self {
            rises: RollingSum::new(params[0] as usize),
            falls: RollingSum::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [open, close]: [f64; 2]) -> [f64; 1] {
        let body = close - open;
        let rises = self.rises.update(body.max(0.0));
        let sum = rises + self.falls.update((-body).max(0.0));
        [if sum == 0.0 {
            0.0
        } else {
            100.0 * (rises / sum)
        }]
    }
}
