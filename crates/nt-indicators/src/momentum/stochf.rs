use super::stoch::column;
use crate::blocks::{FastStochastic, MovingAverage, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "stochf",
    talib: "STOCHF",
    aliases: &["fast-stochastic"],
    group: Group::Momentum,
    meaning: "Fast stochastic: where the close lies in the recent range, and its average",
    formula: "k = 100 (close[t] - lowest low) / (highest high - lowest low) over fastPeriod; d = average(k, signalPeriod)",
    source: "Lane, Lane's Stochastics, Stocks & Commodities 2 (1984)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::bars("fastPeriod", "fastk_period", 5.0, 1.0, "Bars of the range"),
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
    stability: Stability::Fading(|params| MovingAverage::fading(params[2], params[1])),
    lookback: |params| params[0] as usize - 1 + MovingAverage::lookback(params[2], params[1]),
    compute: Compute::of::<StochF, 3, 2>(),
};

#[derive(Clone)]
pub(super) struct StochF {
    range: FastStochastic,
    signal: MovingAverage,
}

state!(StochF { range, signal });

impl Machine<3, 2> for StochF {
    fn open(params: &[f64]) -> Self {
        Self {
            range: FastStochastic::new(params[0] as usize),
            signal: MovingAverage::new(params[2], params[1] as usize)
                .begin_at(params[0] as usize - 1),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 2] {
        let fast = self.range.update(row);
        if fast.is_nan() {
            return [f64::NAN; 2];
        }
        let signal = self.signal.update(fast);
        if signal.is_nan() {
            [f64::NAN; 2]
        } else {
            [fast, signal]
        }
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [k, d]: [Option<&mut [f64]>; 2]) {
        let [mut own_k, mut own_d] = [const { Vec::new() }; 2];
        let bars = inputs[0].len() - start;
        let fast = k.unwrap_or_else(|| column(&mut own_k, bars));
        let signal = d.unwrap_or_else(|| column(&mut own_d, bars));
        self.range.fill(inputs, fast);
        self.signal.fill_once_there(fast, signal);
        fast[..leading_nans(signal)].fill(f64::NAN);
    }
}
