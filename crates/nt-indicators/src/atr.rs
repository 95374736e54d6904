use nt_core::Result;

use crate::TrueRange;
use crate::indicator::{Indicator, Param, Stream};
use crate::smoother::Smoother;
use crate::window::BLOCK;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "atr",
    meaning: "Average true range: how far a bar usually moves",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        "period",
        14.0,
        1.0,
        "Ranges smoothed, by Wilder's method",
    )],
    outputs: &["value"],
    lookback: |params| params[0] as usize,
    fill: |inputs, params, outputs| match &mut outputs[0] {
        Some(out) => atr(inputs[0], inputs[1], inputs[2], params[0] as usize, out),
        None => Ok(()),
    },
    stream: |params| Ok(Box::new(Atr::new(params[0] as usize)?)),
};

/// The average true range: the [`crate::true_range`] smoothed by Wilder's method from the mean of
/// the first `period` ranges. Look-back `period`, as the first range needs a close before it.
///
/// Source: Wilder, *New Concepts in Technical Trading Systems* (1978).
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 1 to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn atr(high: &[f64], low: &[f64], close: &[f64], period: usize, out: &mut [f64]) -> Result<()> {
    INDICATOR.check_columns(&[high, low, close], &[Some(&mut *out)])?;
    let Atr {
        mut range,
        mut smoother,
        ..
    } = Atr::new(period)?;
    let bars = high
        .chunks(BLOCK)
        .zip(low.chunks(BLOCK))
        .zip(close.chunks(BLOCK));
    for (out, ((high, low), close)) in out.chunks_mut(BLOCK).zip(bars) {
        range.fill(high, low, close, out);
        for out in out {
            *out = smooth(&mut smoother, *out);
        }
    }
    Ok(())
}

/// The streaming [`atr`].
#[derive(Clone, Debug)]
pub struct Atr {
    period: usize,
    range: TrueRange,
    smoother: Smoother,
}

impl Atr {
    /// The average of about the last `period` ranges.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`atr`].
    pub fn new(period: usize) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        Ok(Self {
            period,
            range: TrueRange::new(),
            smoother: Smoother::wilder(period),
        })
    }

    /// Takes the next bar; NaN while warming up.
    #[inline]
    pub fn update(&mut self, high: f64, low: f64, close: f64) -> f64 {
        smooth(&mut self.smoother, self.range.update(high, low, close))
    }

    /// Bars before the first average.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.period
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

impl Stream for Atr {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        outputs[0] = self.update(inputs[0], inputs[1], inputs[2]);
    }
}
