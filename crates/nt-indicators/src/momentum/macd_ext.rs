use super::macd::OUTPUTS;
use crate::blocks::MovingAverage;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "macd-ext",
    talib: "MACDEXT",
    aliases: &["macdext"],
    group: Group::Momentum,
    meaning: "MACD with averages of any kind",
    formula: "macd = average(x, fastPeriod) - average(x, slowPeriod); signal = average(macd, signalPeriod); histogram = macd - signal",
    source: "Appel",
    inputs: &["value"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            12.0,
            2.0,
            "Period of the fast average",
        ),
        Param::average("fastAverage", "fastmatype", 0.0, "Kind of the fast average"),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            26.0,
            2.0,
            "Period of the slow average",
        ),
        Param::average("slowAverage", "slowmatype", 0.0, "Kind of the slow average"),
        Param::bars(
            "signalPeriod",
            "signalperiod",
            9.0,
            1.0,
            "Period of the average of the difference",
        ),
        Param::average(
            "signalAverage",
            "signalmatype",
            0.0,
            "Kind of the average of the difference",
        ),
    ],
    outputs: OUTPUTS,
    stability: Stability::Fading(|params| {
        MovingAverage::fading(params[1], params[0]).max(MovingAverage::fading(params[3], params[2]))
            + MovingAverage::fading(params[5], params[4])
    }),
    lookback: |params| pair_lookback(params) + MovingAverage::lookback(params[5], params[4]),
    compute: Compute::of::<MacdExt, 1, 3>(),
};

/// The averages in the order of their periods; a kind stays with its period.
fn sorted(params: &[f64]) -> [(f64, f64); 2] {
    let (fast, slow) = ((params[1], params[0]), (params[3], params[2]));
    if slow.1 < fast.1 {
        [slow, fast]
    } else {
        [fast, slow]
    }
}

fn pair_lookback(params: &[f64]) -> usize {
    let [fast, slow] = sorted(params).map(|(kind, period)| MovingAverage::lookback(kind, period));
    fast.max(slow)
}

/// As in TA-Lib both averages have their first value on the bar on which the later one has it.
#[derive(Clone)]
struct MacdExt {
    skip: [usize; 2],
    averages: [MovingAverage; 2],
    signal: MovingAverage,
}

state!(MacdExt {
    skip,
    averages,
    signal
});

impl Machine<1, 3> for MacdExt {
    fn open(params: &[f64]) -> Self {
        let (pair, all) = (sorted(params), pair_lookback(params));
        Self {
            skip: pair.map(|(kind, period)| all - MovingAverage::lookback(kind, period)),
            averages: pair.map(|(kind, period)| MovingAverage::new(kind, period as usize)),
            signal: MovingAverage::new(params[5], params[4] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [value]: [f64; 1]) -> [f64; 3] {
        let mut values = [f64::NAN; 2];
        for ((skip, average), out) in self
            .skip
            .iter_mut()
            .zip(&mut self.averages)
            .zip(&mut values)
        {
            if *skip > 0 {
                *skip -= 1;
            } else {
                *out = average.update(value);
            }
        }
        let macd = values[0] - values[1];
        if macd.is_nan() {
            return [f64::NAN; 3];
        }
        let signal = self.signal.update(macd);
        if signal.is_nan() {
            [f64::NAN; 3]
        } else {
            [macd, signal, macd - signal]
        }
    }
}
