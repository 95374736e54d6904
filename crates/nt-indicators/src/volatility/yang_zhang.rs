use super::rogers_satchell::rogers_satchell;
use crate::blocks::{RollingMoments, RollingSum, log_ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "yang-zhang",
    talib: "",
    aliases: &["yang-zhang-volatility"],
    group: Group::Volatility,
    meaning: "Yang-Zhang volatility: from gaps, open to close and range, right under a trend and with gaps; not annualised",
    formula: "sqrt(var(ln(o[t]/c[t-1])) + k var(ln(c/o)) + (1 - k) mean Rogers-Satchell variance) over `period` bars, var dividing by n - 1, k = 0.34 / (1.34 + (n + 1) / (n - 1)); a logarithm of what is not positive is 0",
    source: "Yang and Zhang, Drift-Independent Volatility Estimation, Journal of Business 73 (2000)",
    inputs: &["open", "high", "low", "close"],
    params: &[Param::period(20.0, 2.0, "Bars taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<YangZhang, 4, 1>(),
};

#[derive(Clone)]
struct YangZhang {
    weight: f64,
    per_sample: f64,
    previous: f64,
    gaps: RollingMoments,
    bodies: RollingMoments,
    ranges: RollingSum,
}

state!(YangZhang {
    previous,
    gaps,
    bodies,
    ranges
});

impl Machine<4, 1> for YangZhang {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            weight: 0.34 / (1.34 + (params[0] + 1.0) / (params[0] - 1.0)),
            per_sample: 1.0 / (params[0] - 1.0),
            previous: f64::NAN,
            gaps: RollingMoments::new(period),
            bodies: RollingMoments::new(period),
            ranges: RollingSum::new(period),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 4]) -> [f64; 1] {
        let [open, _, _, close] = row;
        let before = std::mem::replace(&mut self.previous, close);
        if before.is_nan() {
            return [before];
        }
        let gaps = self.gaps.update(log_ratio(open, before)) * self.per_sample;
        let bodies = self.bodies.update(log_ratio(close, open)) * self.per_sample;
        let ranges = self.ranges.mean(rogers_satchell(row)).abs();
        [(gaps + self.weight * bodies + (1.0 - self.weight) * ranges).sqrt()]
    }
}
