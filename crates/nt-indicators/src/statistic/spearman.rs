use crate::blocks::{RollingRanks, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "spearman",
    talib: "",
    aliases: &["rank-correlation"],
    group: Group::Statistic,
    meaning: "Spearman's rank correlation of the last pairs",
    formula: "Pearson's correlation of the ranks of x and of y among the last `period`, equal values sharing their mean rank; 0 where either side does not vary",
    source: "Spearman (1904)",
    inputs: &["x", "y"],
    params: &[Param::period(30.0, 2.0, "Pairs taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Spearman, 2, 1>(),
};

#[derive(Clone)]
struct Spearman {
    x: RollingRanks,
    y: RollingRanks,
}

state!(Spearman { x, y });

impl Machine<2, 1> for Spearman {
    fn open(params: &[f64]) -> Self {
        Self {
            x: RollingRanks::new(params[0] as usize),
            y: RollingRanks::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
        let (Some(x), Some(y)) = (self.x.update(x), self.y.update(y)) else {
            return [f64::NAN];
        };
        // Twice the ranks are whole numbers, and so are all sums.
        let mean = x.len() as f64 + 1.0;
        let product = |x: &[f64], y: &[f64]| -> f64 {
            let pairs = x.iter().zip(y);
            pairs.map(|(x, y)| (x - mean) * (y - mean)).sum()
        };
        let spread = product(x, x) * product(y, y);
        [ratio(product(x, y), spread.sqrt())]
    }
}
