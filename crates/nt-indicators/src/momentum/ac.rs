use super::ao::Ao;
use crate::blocks::{RollingSum, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ac",
    talib: "AC",
    aliases: &["accelerator-oscillator"],
    group: Group::Momentum,
    meaning: "Accelerator oscillator: the awesome oscillator less its simple average",
    formula: "ao - sma(ao, signalPeriod)",
    source: "Williams, New Trading Dimensions (1998)",
    inputs: &["high", "low"],
    params: &[
        Param::bars(
            "fastPeriod",
            "fastperiod",
            5.0,
            1.0,
            "Bars of the fast average",
        ),
        Param::bars(
            "slowPeriod",
            "slowperiod",
            34.0,
            1.0,
            "Bars of the slow average",
        ),
        Param::bars(
            "signalPeriod",
            "signalperiod",
            5.0,
            1.0,
            "Values of the oscillator averaged",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Window,
    lookback: |params| params[0].max(params[1]) as usize + params[2] as usize - 2,
    compute: Compute::of::<Ac, 2, 1>(),
};

#[derive(Clone)]
struct Ac {
    oscillator: Ao,
    signal: RollingSum,
}

state!(Ac { oscillator, signal });

impl Machine<2, 1> for Ac {
    fn open(params: &[f64]) -> Self {
        Self {
            oscillator: Ao::open(params),
            signal: RollingSum::new(params[2] as usize)
                .begin_at(params[0].max(params[1]) as usize - 1),
        }
    }

    #[inline]
    fn update(&mut self, row: [f64; 2]) -> [f64; 1] {
        let [ao] = self.oscillator.update(row);
        [if ao.is_nan() {
            ao
        } else {
            ao - self.signal.mean(ao)
        }]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.oscillator.fill(inputs, start, [Some(&mut *out)]);
        let first = leading_nans(out);
        let mut signal = vec![0.0; out.len() - first];
        self.signal.fill_means(&out[first..], &mut signal);
        nt_math::map_triples(&mut out[first..], &signal, &signal, |ao, signal, _| {
            ao - signal
        });
    }
}
