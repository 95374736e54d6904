use nt_core::Result;

use crate::indicator::{Indicator, Param, Stream};
use crate::smoother::Smoother;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "ema",
    meaning: "Exponential moving average: recent values weigh more",
    inputs: &["value"],
    params: &[Param::period(
        "period",
        30.0,
        1.0,
        "Values whose weight it resembles",
    )],
    outputs: &["value"],
    lookback: |params| params[0] as usize - 1,
    fill: |inputs, params, outputs| match &mut outputs[0] {
        Some(out) => ema(inputs[0], params[0] as usize, out),
        None => Ok(()),
    },
    stream: |params| Ok(Box::new(Ema::new(params[0] as usize)?)),
};

/// The exponential moving average: `y += (x - y) * 2 / (period + 1)`, starting from the simple
/// average of the first `period` values. Look-back `period - 1`.
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 1 to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn ema(input: &[f64], period: usize, out: &mut [f64]) -> Result<()> {
    INDICATOR.check_columns(&[input], &[Some(&mut *out)])?;
    let mut ema = Ema::new(period)?;
    for (out, &value) in out.iter_mut().zip(input) {
        *out = ema.update(value);
    }
    Ok(())
}

/// The streaming [`ema`].
#[derive(Clone, Debug)]
pub struct Ema {
    period: usize,
    smoother: Smoother,
}

impl Ema {
    /// An average that weighs about `period` values.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`ema`].
    pub fn new(period: usize) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        Ok(Self {
            period,
            smoother: Smoother::exponential(period),
        })
    }

    /// Takes the next value; NaN while warming up.
    #[inline]
    pub fn update(&mut self, value: f64) -> f64 {
        if !value.is_finite() {
            self.smoother.restart();
            return f64::NAN;
        }
        self.smoother.update(value)
    }

    /// Values before the first average.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.period - 1
    }
}

impl Stream for Ema {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        outputs[0] = self.update(inputs[0]);
    }
}
