use crate::blocks::{Smoother, TrueRange, leading_nans};
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "atr",
    talib: "ATR",
    aliases: &["average-true-range"],
    group: Group::Volatility,
    meaning: "Average true range: how far a bar usually moves",
    formula: "Wilder's smoothing of the true range, from the mean of the first `period` ranges: \
              atr[t] = atr[t-1] + (tr[t] - atr[t-1]) / period",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        1.0,
        "Ranges smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 2.0 * params[0] - 1.0),
    lookback: |params| params[0] as usize,
    compute: Compute::of::<Atr, 3, 1>(),
};

#[derive(Clone)]
pub(super) struct Atr {
    range: TrueRange,
    smoother: Smoother,
}

state!(Atr { range, smoother });

impl Machine<3, 1> for Atr {
    fn open(params: &[f64]) -> Self {
        Self {
            range: TrueRange::new(),
            smoother: Smoother::wilder(params[0] as usize),
        }
    }

    #[inline(always)]
    fn update(&mut self, [high, low, close]: [f64; 3]) -> [f64; 1] {
        [smooth(
            &mut self.smoother,
            self.range.update(high, low, close),
        )]
    }

    /// The ranges are vectorised, then smoothed in place.
    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        let Some(out) = out else { return };
        self.range.fill(inputs.map(|column| &column[start..]), out);
        let first = leading_nans(out);
        if nt_math::all_finite(&out[first..]) {
            self.smoother.smooth(&mut out[first..]);
        } else {
            for out in out {
                *out = smooth(&mut self.smoother, *out);
            }
        }
    }
}

#[inline]
fn smooth(smoother: &mut Smoother, range: f64) -> f64 {
    if range.is_nan() {
        smoother.restart();
        return f64::NAN;
    }
    smoother.update(range)
}
