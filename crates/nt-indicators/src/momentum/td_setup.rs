use crate::blocks::Lag;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "td-setup",
    talib: "",
    aliases: &["td-sequential"],
    group: Group::Momentum,
    meaning: "Setup of the TD sequential: closes in a row above (positive) or below (negative) the one of some bars before",
    formula: "count[t] = count[t-1] + 1 where x[t] > x[t-bars] and count[t-1] was not negative, else 1; the same downwards with -1; 0 where they are equal",
    source: "DeMark, The New Science of Technical Analysis (1994)",
    inputs: &["value"],
    params: &[Param::bars(
        "bars",
        "",
        4.0,
        1.0,
        "Bars between the two closes",
    )],
    outputs: &[Output::WHOLE],
    stability: Stability::Path,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<TdSetup, 1, 1>(),
};

#[derive(Clone)]
struct TdSetup {
    lag: Lag,
    count: f64,
}

state!(TdSetup { lag, count });

impl Machine<1, 1> for TdSetup {
    fn open(params: &[f64]) -> Self {
        Self {
            lag: Lag::new(params[0] as usize),
            count: 0.0,
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = value - self.lag.update(value);
        if change.is_nan() {
            return [change];
        }
        self.count = if change > 0.0 {
            self.count.max(0.0) + 1.0
        } else if change < 0.0 {
            self.count.min(0.0) - 1.0
        } else {
            0.0
        };
        [self.count]
    }
}
