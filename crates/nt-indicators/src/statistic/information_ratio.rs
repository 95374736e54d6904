use crate::blocks::{Returns, RollingMoments, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "information-ratio",
    talib: "",
    aliases: &[],
    group: Group::Statistic,
    meaning: "Rolling information ratio: the mean return of y beyond that of x, over its standard deviation, not annualised",
    formula: "mean(ry - rx) / sd(ry - rx) over the last `period` simple returns, sd dividing by n; 0 where that is 0",
    source: "",
    inputs: &["x", "y"],
    params: &[Param::period(20.0, 2.0, "Returns taken together")],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<InformationRatio, 2, 1>(),
};

#[derive(Clone)]
struct InformationRatio {
    returns: [Returns; 2],
    sum: RollingSum,
    moments: RollingMoments,
}

state!(InformationRatio {
    returns,
    sum,
    moments
});

impl Machine<2, 1> for InformationRatio {
    fn open(params: &[f64]) -> Self {
        Self {
            returns: [Returns::new(), Returns::new()],
            sum: RollingSum::new(params[0] as usize),
            moments: RollingMoments::new(params[0] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
        let beyond = self.returns[1].update(y) - self.returns[0].update(x);
        let deviation = self.moments.variance(beyond).sqrt();
        [ratio(self.sum.mean(beyond), deviation)]
    }
}
