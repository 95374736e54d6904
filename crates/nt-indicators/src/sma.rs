use nt_core::Result;

use crate::anchor::Anchor;
use crate::indicator::{Indicator, Param, Stream};
use crate::rolling_sum::{RollingSum, SLIDING, slide_side_by_side};
use crate::window::{Window, leaving};

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "sma",
    meaning: "Simple moving average: the mean of the last values",
    inputs: &["value"],
    params: &[Param::period("period", 30.0, 1.0, "Values averaged")],
    outputs: &["value"],
    lookback: |params| params[0] as usize - 1,
    fill: |inputs, params, outputs| match &mut outputs[0] {
        Some(out) => sma(inputs[0], params[0] as usize, out),
        None => Ok(()),
    },
    stream: |params| Ok(Box::new(Sma::new(params[0] as usize)?)),
};

/// The simple moving average: the mean of the last `period` values. Look-back `period - 1`.
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 1 to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn sma(input: &[f64], period: usize, out: &mut [f64]) -> Result<()> {
    INDICATOR.check_periods([period])?;
    INDICATOR.check_columns(&[input], &[Some(&mut *out)])?;
    let mut anchor = Anchor::new(period);
    for (bars, start) in out.chunks_mut(SLIDING).zip((0..).step_by(SLIDING)) {
        if start >= period && slide_side_by_side(input, period, start, bars) {
            anchor.pass(bars.len());
        } else {
            slide(input, period, start, bars, &mut anchor);
        }
        nt_math::divide(bars, period as f64);
    }
    Ok(())
}

/// The sums of bars from an anchor on, one by one.
fn slide(input: &[f64], period: usize, start: usize, out: &mut [f64], anchor: &mut Anchor) {
    let mut sum = RollingSum::default();
    for (out, bar) in out.iter_mut().zip(start..) {
        let (entering, leaving) = (input[bar], leaving(input, period, bar));
        let window = || &input[bar + 1 - period..=bar];
        *out = sum.step(anchor.advance(entering), entering, leaving, window);
    }
}

/// The streaming [`sma`].
#[derive(Clone, Debug)]
pub struct Sma {
    period: usize,
    anchor: Anchor,
    sum: RollingSum,
    window: Window,
}

impl Sma {
    /// The mean of the last `period` values.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`sma`].
    pub fn new(period: usize) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        let (anchor, sum, window) = (
            Anchor::new(period),
            RollingSum::default(),
            Window::new(period),
        );
        Ok(Self {
            period,
            anchor,
            sum,
            window,
        })
    }

    /// Takes the next value; NaN while warming up.
    pub fn update(&mut self, value: f64) -> f64 {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        self.sum.step(step, value, leaving, || self.window.values()) / self.period as f64
    }

    /// Values before the first average.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.period - 1
    }
}

impl Stream for Sma {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        outputs[0] = self.update(inputs[0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Long enough for stretches side by side, with values that break them up.
        #[test]
        fn long_columns_equal_the_stream(
            seed: u64, period in 1_usize..600, odd in prop::collection::vec((0_usize..9000, prop::sample::select(vec![f64::NAN, f64::INFINITY, 1e12, 0.0])), 0..4),
        ) {
            let mut random = nt_math::Rng::new(seed);
            let mut input: Vec<f64> = (0..9000).map(|_| random.next_f64() - 0.3).collect();
            for (bar, value) in odd {
                input[bar] = value;
            }
            let mut batch = vec![0.0; input.len()];
            sma(&input, period, &mut batch).unwrap();
            let mut stream = Sma::new(period).unwrap();
            for (bar, &value) in input.iter().enumerate() {
                let (batch, streamed) = (batch[bar], stream.update(value));
                prop_assert!(batch == streamed || batch.is_nan() && streamed.is_nan(), "bar {bar}: {batch} and {streamed}");
            }
        }
    }
}
