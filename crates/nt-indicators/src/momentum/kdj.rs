use super::stoch::Stoch;
use crate::blocks::MovingAverage;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "kdj",
    talib: "KDJ",
    aliases: &[],
    group: Group::Momentum,
    meaning: "KDJ: the slow stochastic with Wilder's averages, and its overshoot",
    formula: "k and d as in stoch with averages of the kinds; j = 3 k - 2 d",
    source: "",
    inputs: &["high", "low", "close"],
    params: &[
        Param::bars("fastPeriod", "fastk_period", 9.0, 1.0, "Bars of the range"),
        Param::bars(
            "slowPeriod",
            "slowk_period",
            3.0,
            1.0,
            "Values averaged for k",
        ),
        Param::average(
            "slowAverage",
            "slowk_matype",
            13.0,
            "Kind of the average for k",
        ),
        Param::bars(
            "signalPeriod",
            "slowd_period",
            3.0,
            1.0,
            "Values averaged for d",
        ),
        Param::average(
            "signalAverage",
            "slowd_matype",
            13.0,
            "Kind of the average for d",
        ),
    ],
    outputs: &[
        Output::real("k", "k"),
        Output::real("d", "d"),
        Output::real("j", "j"),
    ],
    stability: Stability::Fading(|params| {
        MovingAverage::fading(params[2], params[1]) + MovingAverage::fading(params[4], params[3])
    }),
    lookback: |params| {
        params[0] as usize - 1
            + MovingAverage::lookback(params[2], params[1])
            + MovingAverage::lookback(params[4], params[3])
    },
    compute: Compute::of::<Kdj, 3, 3>(),
};

#[derive(Clone)]
struct Kdj {
    stochastic: Stoch,
}

state!(Kdj { stochastic });

impl Machine<3, 3> for Kdj {
    fn open(params: &[f64]) -> Self {
        Self {
            stochastic: Stoch::open(params),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 3] {
        let [k, d] = self.stochastic.update(row);
        [k, d, 3.0 * k - 2.0 * d]
    }
}
