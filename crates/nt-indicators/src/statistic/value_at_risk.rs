use crate::blocks::{Returns, RollingMoments, RollingSum};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "value-at-risk",
    talib: "",
    aliases: &["var-parametric"],
    group: Group::Statistic,
    meaning: "Parametric value at risk: the return that is fallen short of with a small probability, if returns are normal",
    formula: "mean(r) + z sd(r) over the last `period` simple returns r, z the normal quantile of 1 - confidence, sd dividing by n - 1",
    source: "",
    inputs: &["value"],
    params: &[
        Param::period(252.0, 2.0, "Returns taken together"),
        Param::real(
            "confidence",
            "",
            0.95,
            (0.5, 0.9999),
            "Probability of a better return",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<ValueAtRisk, 1, 1>(),
};

#[derive(Clone)]
struct ValueAtRisk {
    quantile: f64,
    per_sample: f64,
    returns: Returns,
    sum: RollingSum,
    moments: RollingMoments,
}

state!(ValueAtRisk {
    returns,
    sum,
    moments
});

impl Machine<1, 1> for ValueAtRisk {
    fn open(params: &[f64]) -> Self {
        Self {
            quantile: nt_math::normal_quantile(1.0 - params[1]),
            per_sample: 1.0 / (params[0] - 1.0),
            returns: Returns::new(),
            sum: RollingSum::new(params[0] as usize),
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        let change = self.returns.update(value);
        let deviation = (self.moments.update(change) * self.per_sample).sqrt();
        [self.sum.mean(change) + self.quantile * deviation]
    }
}
