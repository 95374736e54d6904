use super::rsi::Rsi;
use crate::blocks::{Weighted, once_there};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "inverse-fisher-rsi",
    talib: "",
    aliases: &["ifrsi"],
    group: Group::Momentum,
    meaning: "Inverse Fisher transform of the RSI: pushed to -1 and 1, so that it is at one of them most of the time",
    formula: "tanh(wma(0.1 (rsi(x, period) - 50), averagePeriod))",
    source: "Ehlers, The Inverse Fisher Transform, Stocks & Commodities 22 (2004)",
    inputs: &["value"],
    params: &[
        Param::period(5.0, 2.0, "Period of the RSI"),
        Param::bars("averagePeriod", "", 9.0, 1.0, "Values averaged"),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize + params[1] as usize - 1,
    compute: Compute::of::<InverseFisherRsi, 1, 1>(),
};

#[derive(Clone)]
struct InverseFisherRsi {
    rsi: Rsi,
    average: Weighted,
}

state!(InverseFisherRsi { rsi, average });

impl Machine<1, 1> for InverseFisherRsi {
    fn open(params: &[f64]) -> Self {
        Self {
            rsi: Rsi::open(params),
            average: Weighted::new(params[1] as usize),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 1]) -> [f64; 1] {
        let [rsi] = self.rsi.update(row);
        let smooth = once_there(rsi, |rsi| self.average.update(0.1 * (rsi - 50.0)));
        [smooth.tanh()]
    }
}
