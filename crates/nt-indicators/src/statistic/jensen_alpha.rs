use crate::blocks::{Returns, RollingCovariance, RollingSum, ratio};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "jensen-alpha",
    talib: "",
    aliases: &["alpha"],
    group: Group::Statistic,
    meaning: "Jensen's alpha: the mean return of y beyond what its beta to x explains",
    formula: "mean(ry) - (riskFree + beta (mean(rx) - riskFree)) over the last `period` simple returns, beta = cov(rx, ry) / var(rx), 0 where x does not move",
    source: "Jensen, The Performance of Mutual Funds, Journal of Finance 23 (1968)",
    inputs: &["x", "y"],
    params: &[
        Param::period(20.0, 2.0, "Returns taken together"),
        Param::real(
            "riskFree",
            "",
            0.0,
            (-1.0, 1.0),
            "Return of a bar without risk",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0] as usize,
    compute: Compute::of::<JensenAlpha, 2, 1>(),
};

#[derive(Clone)]
struct JensenAlpha {
    risk_free: f64,
    returns: [Returns; 2],
    sums: [RollingSum; 2],
    pairs: RollingCovariance,
}

state!(JensenAlpha {
    returns,
    sums,
    pairs
});

impl Machine<2, 1> for JensenAlpha {
    fn open(params: &[f64]) -> Self {
        let period = params[0] as usize;
        Self {
            risk_free: params[1],
            returns: [Returns::new(), Returns::new()],
            sums: [RollingSum::new(period), RollingSum::new(period)],
            pairs: RollingCovariance::new(period),
        }
    }

    #[inline]
    fn update(&mut self, [x, y]: [f64; 2]) -> [f64; 1] {
        let (x, y) = (self.returns[0].update(x), self.returns[1].update(y));
        let sums = self.pairs.update(x, y);
        let (mean_x, mean_y) = (self.sums[0].mean(x), self.sums[1].mean(y));
        let explained = ratio(sums.xy, sums.xx) * (mean_x - self.risk_free);
        [mean_y - self.risk_free - explained]
    }
}
