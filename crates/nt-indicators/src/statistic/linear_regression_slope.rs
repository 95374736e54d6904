use crate::blocks::{Line, RollingRegression};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "linear-regression-slope",
    talib: "LINEARREG_SLOPE",
    aliases: &["linearreg-slope"],
    group: Group::Statistic,
    meaning: "Slope of the least-squares line through the last values, per bar",
    formula: "m, fitted to x[t-period+1] ... x[t] over 0 ... period-1",
    source: "",
    inputs: &["value"],
    params: &[Param::period(14.0, 2.0, "Values the line is fitted to")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize - 1,
    compute: Compute::of::<LinearRegressionSlope, 1, 1>(),
};

#[derive(Clone)]
struct LinearRegressionSlope {
    period: f64,
    line: RollingRegression,
}

state!(LinearRegressionSlope { line });

impl Machine<1, 1> for LinearRegressionSlope {
    fn open(params: &[f64]) -> Self {
        Self {
            period: params[0],
            line: RollingRegression::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 1] {
        [result(self.line.update(value), self.period)]
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            let period = self.period;
            self.line
                .fill(input, start, out, |line| result(line, period));
        }
    }
}

#[inline]
fn result(line: Line, _: f64) -> f64 {
    line.slope
}
