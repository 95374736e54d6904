use crate::blocks::RollingCovariance;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "covariance",
    talib: "",
    aliases: &["cov"],
    group: Group::Statistic,
    meaning: "Covariance of the last pairs",
    formula: "sum of (x - mean x) (y - mean y) / (period - ddof)",
    source: "",
    inputs: &["x", "y"],
    params: &[
        Param::period(20.0, 2.0, "Pairs taken together"),
        Param {
            max: 1.0,
            ..Param::bars(
                "ddof",
                "",
                1.0,
                0.0,
                "1 for the covariance of a sample, 0 for that of a population",
            )
        },
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<Covariance, 2, 1>(),
};

#[derive(Clone)]
struct Covariance {
    count: f64,
    pairs: RollingCovariance,
}

state!(Covariance { pairs });

impl Machine<2, 1> for Covariance {
    fn open(params: &[f64]) -> Self {
        Self {
            count: params[0] - params[1],
            pairs: RollingCovariance::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
        [self.pairs.update(x, y).xy / self.count]
    }
}
