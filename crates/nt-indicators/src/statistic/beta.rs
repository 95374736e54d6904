use crate::blocks::RollingCovariance;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "beta",
    talib: "BETA",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Beta: how much the returns of y move with those of x",
    formula: "cov(rx, ry) / var(rx) over the last `period` returns, rx[t] = x[t] / x[t-1] - 1; 0 where x does not move",
    source: "",
    inputs: &["x", "y"],
    params: &[Param::period(5.0, 1.0, "Returns taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Beta, 2, 1>(),
};

#[derive(Clone)]
struct Beta {
    previous: [f64; 2],
    returns: RollingCovariance,
}

state!(Beta { previous, returns });

impl Machine<2, 1> for Beta {
    fn open(params: &[f64]) -> Self {
        Self {
            previous: [f64::NAN; 2],
            returns: RollingCovariance::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 2]) -> [f64; 1] {
        let before = std::mem::replace(&mut self.previous, row);
        if before[0].is_nan() {
            return [f64::NAN];
        }
        let change = |at: usize| {
            if before[at] == 0.0 {
                0.0
            } else {
                (row[at] - before[at]) / before[at]
            }
        };
        let sums = self.returns.update(change(0), change(1));
        [if sums.xx == 0.0 {
            0.0
        } else {
            sums.xy / sums.xx
        }]
    }
}
