use super::rsi::Rsi;
use super::stochf::StochF;
use crate::blocks::MovingAverage;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "stochrsi",
    talib: "STOCHRSI",
    aliases: &["stochastic-rsi"],
    group: Group::Momentum,
    meaning: "Stochastic RSI: where the relative strength index lies in its recent range, and its average",
    formula: "stochf of rsi(x, period) in place of high, low and close",
    source: "Chande and Kroll, The New Technical Trader (1994)",
    inputs: &["value"],
    params: &[
        Param::period(
            14.0,
            2.0,
            "Changes smoothed for the index, by Wilder's method",
        ),
        Param::bars(
            "fastPeriod",
            "fastk_period",
            5.0,
            1.0,
            "Values of the range",
        ),
        Param::bars(
            "signalPeriod",
            "fastd_period",
            3.0,
            1.0,
            "Values averaged for d",
        ),
        Param::average(
            "signalAverage",
            "fastd_matype",
            0.0,
            "Kind of the average for d",
        ),
    ],
    outputs: &[Output::real("k", "fastk"), Output::real("d", "fastd")],
    stability: Stability::Fading(|params| {
        2.0 * params[0] + MovingAverage::fading(params[3], params[2])
    }),
    lookback: |params| {
        params[0] as usize + params[1] as usize - 1 + MovingAverage::lookback(params[3], params[2])
    },
    compute: Compute::of::<StochRsi, 1, 2>(),
};

#[derive(Clone)]
struct StochRsi {
    index: Rsi,
    stochastic: StochF,
}

state!(StochRsi { index, stochastic });

impl Machine<1, 2> for StochRsi {
    fn open(params: &[f64]) -> Self {
        Self {
            index: Rsi::open(params),
            stochastic: StochF::open(&params[1..]),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 1]) -> [f64; 2] {
        let [index] = self.index.update(row);
        if index.is_nan() {
            return [f64::NAN; 2];
        }
        self.stochastic.update([index; 3])
    }
}
