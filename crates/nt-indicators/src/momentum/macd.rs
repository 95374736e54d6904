use super::stoch::column;
use crate::blocks::{Smoother, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "macd",
    talib: "MACD",
    aliases: &["moving-average-convergence-divergence"],
    group: Group::Momentum,
    meaning: "Moving average convergence/divergence: a fast average less a slow one, and its signal",
    formula: "macd = ema(x, fastPeriod) - ema(x, slowPeriod); signal = ema(macd, signalPeriod); \
              histogram = macd - signal. Both averages start on the same bar",
    source: "Appel, The Moving Average Convergence-Divergence Trading Method (1979)",
    inputs: &["value"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            12.0,
            2.0,
            "Period of the fast exponential average",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            26.0,
            2.0,
            "Period of the slow exponential average",
        ),
        Param::bars(
            "signalPeriod",
            "signalperiod",
            9.0,
            1.0,
            "Period of the average of the difference",
        ),
    ],
    outputs: OUTPUTS,
    stability: Stability::Fading(|params| params[0].max(params[1]) + params[2]),
    lookback: |params| (params[0].max(params[1]) + params[2]) as usize - 2,
    compute: Compute::of::<Macd, 1, 3>(),
};

pub(super) const OUTPUTS: &[Output] = &[
    Output::real("macd", "macd"),
    Output::real("signal", "macdsignal"),
    Output::real("histogram", "macdhist"),
];

#[derive(Clone)]
pub(super) struct Macd {
    /// Values still to pass before the fast average begins.
    delayed: usize,
    fast: Smoother,
    slow: Smoother,
    signal: Smoother,
}

state!(Macd {
    delayed,
    fast,
    slow,
    signal
});

const NONE: [f64; 3] = [f64::NAN; 3];

impl Macd {
    /// Of two averages, the fast one over fewer values, and one of their difference.
    pub(super) fn of(fast: (usize, Smoother), slow: (usize, Smoother), signal: usize) -> Self {
        Self {
            delayed: slow.0 - fast.0,
            fast: fast.1,
            slow: slow.1,
            signal: Smoother::exponential(signal),
        }
    }

    /// The next values of finite input.
    pub(super) fn fill(&mut self, values: &[f64], outputs: [Option<&mut [f64]>; 3]) {
        let [macd, signal, histogram] = outputs;
        let [mut own_macd, mut own_signal] = [const { Vec::new() }; 2];
        let macd = macd.unwrap_or_else(|| column(&mut own_macd, values.len()));
        let signal = signal.unwrap_or_else(|| column(&mut own_signal, values.len()));
        self.differ(values, macd, signal);
        let first = leading_nans(macd);
        signal[..first].fill(f64::NAN);
        self.signal.fill(&macd[first..], &mut signal[first..]);
        macd[..leading_nans(signal)].fill(f64::NAN);
        if let Some(out) = histogram {
            nt_math::map_pairs(out, macd, signal, |macd, signal| macd - signal);
        }
    }

    /// The fast average less the slow one, which is left in a column of its own.
    fn differ(&mut self, values: &[f64], macd: &mut [f64], slow: &mut [f64]) {
        slow.copy_from_slice(values);
        let delayed = self.delayed.min(values.len());
        self.delayed -= delayed;
        self.slow.smooth(&mut slow[..delayed]);
        macd[..delayed].fill(f64::NAN);
        let (macd, slow) = (&mut macd[delayed..], &mut slow[delayed..]);
        macd.copy_from_slice(&values[delayed..]);
        Smoother::smooth_both([&mut self.fast, &mut self.slow], [&mut *macd, &mut *slow]);
        nt_math::map_triples(macd, slow, slow, |fast, slow, _| fast - slow);
    }
}

impl Machine<1, 3> for Macd {
    /// A fast period above the slow one is taken as the slow one.
    fn open(params: &[f64]) -> Self {
        let average = |period: f64| (period as usize, Smoother::exponential(period as usize));
        let (fast, slow) = (params[0].min(params[1]), params[0].max(params[1]));
        Self::of(average(fast), average(slow), params[2] as usize)
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        let slow = self.slow.update(value);
        if self.delayed > 0 {
            self.delayed -= 1;
            return NONE;
        }
        let macd = self.fast.update(value) - slow;
        if macd.is_nan() {
            return NONE;
        }
        let signal = self.signal.update(macd);
        if signal.is_nan() {
            NONE
        } else {
            [macd, signal, macd - signal]
        }
    }

    fn fill(&mut self, [input]: [&[f64]; 1], start: usize, outputs: [Option<&mut [f64]>; 3]) {
        Self::fill(self, &input[start..], outputs);
    }
}
