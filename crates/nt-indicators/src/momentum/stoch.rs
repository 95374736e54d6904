use crate::blocks::{FastStochastic, MovingAverage};
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
        Self {
            range: FastStochastic::new(params[0] as usize),
            slow: MovingAverage::new(params[2], params[1] as usize),
            signal: MovingAverage::new(params[4], params[3] as usize),
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
    fn fill(self, inputs: [&[f64]; 3], [k, d]: [Option<&mut [f64]>; 2]) {
        let bars = inputs[0].len();
        let (mut fast, mut slow, mut signal) =
            (vec![0.0; bars], vec![f64::NAN; bars], vec![f64::NAN; bars]);
        self.range.fill(inputs, &mut fast);
        let first = warm_up(&fast);
        self.slow.fill(&fast[first..], &mut slow[first..]);
        let second = warm_up(&slow);
        self.signal.fill(&slow[second..], &mut signal[second..]);
        if let Some(k) = k {
            let third = warm_up(&signal);
            k[..third].fill(f64::NAN);
            k[third..].copy_from_slice(&slow[third..]);
        }
        if let Some(d) = d {
            d.copy_from_slice(&signal);
        }
    }
}

/// Values before the first.
fn warm_up(column: &[f64]) -> usize {
    column.iter().take_while(|value| value.is_nan()).count()
}
