use nt_core::Result;

use crate::indicator::{Indicator, Param, Stream};
use crate::smoother::Smoother;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "rsi",
    meaning: "Relative strength index: the share of gains in all recent movement, 0 to 100",
    inputs: &["value"],
    params: &[Param::period(
        "period",
        14.0,
        2.0,
        "Changes smoothed, by Wilder's method",
    )],
    outputs: &["value"],
    lookback: |params| params[0] as usize,
    fill: |inputs, params, outputs| match &mut outputs[0] {
        Some(out) => rsi(inputs[0], params[0] as usize, out),
        None => Ok(()),
    },
    stream: |params| Ok(Box::new(Rsi::new(params[0] as usize)?)),
};

/// The relative strength index, `100 * gain / (gain + loss)`, where gain and loss are the changes
/// up and down, each smoothed by Wilder's method from the mean of the first `period`; 0 where
/// nothing moved. Look-back `period`.
///
/// Source: Wilder, *New Concepts in Technical Trading Systems* (1978).
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 2 to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn rsi(input: &[f64], period: usize, out: &mut [f64]) -> Result<()> {
    INDICATOR.check_columns(&[input], &[Some(&mut *out)])?;
    let mut rsi = Rsi::new(period)?;
    for (out, &value) in out.iter_mut().zip(input) {
        *out = rsi.update(value);
    }
    Ok(())
}

/// The streaming [`rsi`].
#[derive(Clone, Debug)]
pub struct Rsi {
    period: usize,
    previous: f64,
    gain: Smoother,
    loss: Smoother,
}

impl Rsi {
    /// The strength of about the last `period` changes.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`rsi`].
    pub fn new(period: usize) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        let (gain, loss) = (Smoother::wilder(period), Smoother::wilder(period));
        Ok(Self {
            period,
            previous: f64::NAN,
            gain,
            loss,
        })
    }

    /// Takes the next value; NaN while warming up.
    #[inline]
    pub fn update(&mut self, value: f64) -> f64 {
        let change = value - self.previous;
        self.previous = value;
        // Not finite on the first bar, on a gap and on the bar after it.
        if !change.is_finite() {
            self.gain.restart();
            self.loss.restart();
            return f64::NAN;
        }
        let gain = self.gain.update(if change > 0.0 { change } else { 0.0 });
        let loss = self.loss.update(if change < 0.0 { -change } else { 0.0 });
        let movement = gain + loss;
        if movement == 0.0 {
            0.0
        } else {
            100.0 * (gain / movement)
        }
    }

    /// Values before the first index.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.period
    }
}

impl Stream for Rsi {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        outputs[0] = self.update(inputs[0]);
    }
}
