use crate::blocks::{Lag, Smoother, leading_nans, made};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "cvi",
    talib: "CVI",
    aliases: &["chaikin-volatility"],
    group: Group::Volatility,
    meaning: "Chaikin volatility: how much the smoothed range has changed, in percent",
    formula: "100 (e[t] / e[t-rocPeriod] - 1), e = ema(high - low, period); 0 where the earlier one is 0",
    source: "Chaikin",
    inputs: &["high", "low"],
    params: &[
        Param::period(10.0, 1.0, "Values whose weight the average resembles"),
        Param::bars(
            "rocPeriod",
            "rocperiod",
            10.0,
            1.0,
            "Bars between the two values",
        ),
    ],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| params[0]),
    lookback: |params| params[0] as usize - 1 + params[1] as usize,
    compute: Compute::of::<Cvi, 2, 1>(),
};

#[derive(Clone)]
struct Cvi {
    smoother: Smoother,
    lag: Lag,
}

state!(Cvi { smoother, lag });

impl Machine<2, 1> for Cvi {
    fn open(params: &[f64]) -> Self {
        Self {
            smoother: Smoother::exponential(params[0] as usize),
            lag: Lag::new(params[1] as usize),
        }
    }

    #[inline]
    fn update(&mut self, [high, low]: [f64; 2]) -> [f64; 1] {
        let range = self.smoother.update(high - low);
        if range.is_nan() {
            return [range];
        }
        [change(range, self.lag.update(range))]
    }

    fn fill(&mut self, inputs: [&[f64]; 2], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        let mut ranges = made(inputs, start, |[high, low]| high - low);
        self.smoother.smooth(&mut ranges);
        let first = leading_nans(&ranges);
        out[..first].fill(f64::NAN);
        for (out, &range) in out[first..].iter_mut().zip(&ranges[first..]) {
            *out = change(range, self.lag.update(range));
        }
    }
}

#[inline]
fn change(range: f64, before: f64) -> f64 {
    let change = 100.0 * ((range - before) / before);
    if before == 0.0 { 0.0 } else { change }
}
