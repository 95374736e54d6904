use nt_core::Result;

use crate::indicator::{Indicator, Param, Stream};
use crate::rolling_extreme::RollingExtreme;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "lowest",
    meaning: "The least of the last values; of the lows: the lower Donchian channel",
    inputs: &["value"],
    params: &[Param::period("period", 30.0, 1.0, "Values compared")],
    outputs: &["value"],
    lookback: |params| params[0] as usize - 1,
    fill: |inputs, params, outputs| match &mut outputs[0] {
        Some(out) => lowest(inputs[0], params[0] as usize, out),
        None => Ok(()),
    },
    stream: |params| Ok(Box::new(Lowest::new(params[0] as usize)?)),
};

/// The least of the last `period` values, the current one among them. Look-back `period - 1`.
/// NaN while the window holds a NaN; infinities are values like others here.
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 1 to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn lowest(input: &[f64], period: usize, out: &mut [f64]) -> Result<()> {
    INDICATOR.check_periods([period])?;
    INDICATOR.check_columns(&[input], &[Some(&mut *out)])?;
    nt_math::rolling_min(out, input, period);
    Ok(())
}

/// The streaming [`lowest`].
#[derive(Clone, Debug)]
pub struct Lowest(RollingExtreme);

impl Lowest {
    /// The least of the last `period` values.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`lowest`].
    pub fn new(period: usize) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        Ok(Self(RollingExtreme::new(period, |a, b| a < b)))
    }

    /// Takes the next value; NaN while warming up.
    pub fn update(&mut self, value: f64) -> f64 {
        self.0.update(value)
    }

    /// Values before the first result.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.0.period() - 1
    }
}

impl Stream for Lowest {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        outputs[0] = self.update(inputs[0]);
    }
}
