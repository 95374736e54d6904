use nt_core::Result;

use crate::anchor::Anchor;
use crate::indicator::{Indicator, Param, Stream};
use crate::rolling_sum::RollingSum;
use crate::window::{BLOCK, Window, leaving};

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
    let (mut anchor, mut sum) = (Anchor::new(period), RollingSum::default());
    for (block, start) in out.chunks_mut(BLOCK).zip((0..).step_by(BLOCK)) {
        for (out, bar) in block.iter_mut().zip(start..) {
            let (entering, leaving) = (input[bar], leaving(input, period, bar));
            let window = || &input[bar + 1 - period..=bar];
            *out = sum.step(anchor.advance(entering), entering, leaving, window);
        }
        nt_math::divide(block, period as f64);
    }
    Ok(())
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
