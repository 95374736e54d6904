use crate::blocks::{FastStochastic, MovingAverage, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "stoch",
    talib: "STOCH",
    aliases: &["stochastic"],
    group: Group::Momentum,
    meaning: "Slow stochastic: where the close lies in the recent range, smoothed, and its signal",
    formula: "fast = 100 (close[t] - lowest low) / (highest high - lowest low) over fastPeriod; k = average(fast, slowPeriod); d = average(k, signalPeriod)",
    source: "Lane, Lane's Stochastics, Stocks & Commodities 2 (1984)",
    inputs: &["high", "low", "close"],
    params: &[
        Param::bars("fastPeriod", "fastk_period", 5.0, 1.0, "Bars of the range"),
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
            0.0,
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
            0.0,
            "Kind of the average for d",
        ),
    ],
    outputs: &[Output::real("k", "slowk"), Output::real("d", "slowd")],
    stability: Stability::Fading(|params| {
        MovingAverage::fading(params[2], params[1]) + MovingAverage::fading(params[4], params[3])
    }),
    lookback: |params| {
        params[0] as usize - 1
            + MovingAverage::lookback(params[2], params[1])
            + MovingAverage::lookback(params[4], params[3])
    },
    compute: Compute::of::<Stoch, 3, 2>(),
};

#[derive(Clone)]
pub(super) struct Stoch {
    range: FastStochastic,
    slow: MovingAverage,
    signal: MovingAverage,
}

state!(Stoch {
    range,
    slow,
    signal
});

impl Machine<3, 2> for Stoch {
    fn open(params: &[f64]) -> Self {
        let first = params[0] as usize - 1;
        let second = first + MovingAverage::lookback(params[2], params[1]);
        Self {
            range: FastStochastic::new(params[0] as usize),
            slow: MovingAverage::new(params[2], params[1] as usize).begin_at(first),
            signal: MovingAverage::new(params[4], params[3] as usize).begin_at(second),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 2] {
        let fast = self.range.update(row);
        if fast.is_nan() {
            return [f64::NAN; 2];
        }
        let slow = self.slow.update(fast);
        if slow.is_nan() {
            return [f64::NAN; 2];
        }
        let signal = self.signal.update(slow);
        if signal.is_nan() {
            [f64::NAN; 2]
        } else {
            [slow, signal]
        }
    }

    /// Each average over the column that the one before it gave.
    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [k, d]: [Option<&mut [f64]>; 2]) {
        let [mut fast, mut own_k, mut own_d] = [const { Vec::new() }; 3];
        let bars = inputs[0].len() - start;
        let fast = column(&mut fast, bars);
        let slow = k.unwrap_or_else(|| column(&mut own_k, bars));
        let signal = d.unwrap_or_else(|| column(&mut own_d, bars));
        self.range.fill(inputs, fast);
        self.slow.fill_once_there(fast, slow);
        self.signal.fill_once_there(slow, signal);
        slow[..leading_nans(signal)].fill(f64::NAN);
    }
}

/// A column of the own, where an output is not wanted.
pub(super) fn column(own: &mut Vec<f64>, bars: usize) -> &mut [f64] {
    own.resize(bars, 0.0);
    own
}
