use nt_core::Result;

use crate::indicator::{Indicator, Param, Stream};
use crate::smoother::Smoother;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "macd",
    meaning: "Moving average convergence/divergence: a fast average less a slow one, and its signal",
    inputs: &["value"],
    params: &[
        Param::period(
            "fastPeriod",
            12.0,
            2.0,
            "Period of the fast exponential average",
        ),
        Param::period(
            "slowPeriod",
            26.0,
            2.0,
            "Period of the slow exponential average",
        ),
        Param::period(
            "signalPeriod",
            9.0,
            1.0,
            "Period of the average of the difference",
        ),
    ],
    outputs: &["macd", "signal", "histogram"],
    lookback: |params| (params[0].max(params[1]) + params[2]) as usize - 2,
    fill: |inputs, params, outputs| {
        let [macd_line, signal, histogram] = outputs else {
            return Ok(());
        };
        let columns = MacdColumns {
            macd: macd_line.as_deref_mut(),
            signal: signal.as_deref_mut(),
            histogram: histogram.as_deref_mut(),
        };
        macd(
            inputs[0],
            params[0] as usize,
            params[1] as usize,
            params[2] as usize,
            columns,
        )
    },
    stream: |params| {
        Ok(Box::new(Macd::new(
            params[0] as usize,
            params[1] as usize,
            params[2] as usize,
        )?))
    },
};

/// The columns of [`macd`] to fill; `None` for one that is not wanted.
#[derive(Debug, Default)]
pub struct MacdColumns<'a> {
    /// The fast average less the slow one.
    pub macd: Option<&'a mut [f64]>,
    /// The exponential average of the difference.
    pub signal: Option<&'a mut [f64]>,
    /// The difference less its average.
    pub histogram: Option<&'a mut [f64]>,
}

/// The values of one bar, all NaN while warming up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MacdPoint {
    /// The fast average less the slow one.
    pub macd: f64,
    /// The exponential average of the difference.
    pub signal: f64,
    /// The difference less its average.
    pub histogram: f64,
}

/// Moving average convergence/divergence: the exponential average of `fast_period` less that of
/// `slow_period`, and the exponential average of that difference over `signal_period`.
///
/// As in TA-Lib both averages start on the same bar, the fast one from the mean of the last
/// `fast_period` values up to it, and a fast period above the slow one is taken as the slow one.
/// Look-back `slow_period + signal_period - 2`, of all three columns.
///
/// # Errors
/// `INVALID_PARAMETER` for a fast or slow period outside 2 to 100,000 or a signal period outside 1
/// to 100,000; `DATA_LENGTH_MISMATCH`.
pub fn macd(
    input: &[f64],
    fast_period: usize,
    slow_period: usize,
    signal_period: usize,
    out: MacdColumns<'_>,
) -> Result<()> {
    let MacdColumns {
        macd,
        signal,
        histogram,
    } = out;
    let mut columns = [macd, signal, histogram];
    INDICATOR.check_columns(&[input], &columns)?;
    let mut macd = Macd::new(fast_period, slow_period, signal_period)?;
    for (bar, &value) in input.iter().enumerate() {
        let point = macd.update(value);
        for (column, value) in columns
            .iter_mut()
            .zip([point.macd, point.signal, point.histogram])
        {
            if let Some(column) = column {
                column[bar] = value;
            }
        }
    }
    Ok(())
}

/// The streaming [`macd`].
#[derive(Clone, Debug)]
pub struct Macd {
    lookback: usize,
    /// Values the slow average takes before the fast one begins.
    delay: usize,
    /// Values still to pass before the fast average begins.
    delayed: usize,
    fast: Smoother,
    slow: Smoother,
    signal: Smoother,
}

impl Macd {
    /// A fast average less a slow one, and its signal.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`macd`].
    pub fn new(fast_period: usize, slow_period: usize, signal_period: usize) -> Result<Self> {
        INDICATOR.check_periods([fast_period, slow_period, signal_period])?;
        let (fast, slow) = (fast_period.min(slow_period), fast_period.max(slow_period));
        Ok(Self {
            lookback: slow + signal_period - 2,
            delay: slow - fast,
            delayed: slow - fast,
            fast: Smoother::exponential(fast),
            slow: Smoother::exponential(slow),
            signal: Smoother::exponential(signal_period),
        })
    }

    /// Takes the next value; all NaN while warming up.
    #[inline]
    pub fn update(&mut self, value: f64) -> MacdPoint {
        const NONE: MacdPoint = MacdPoint {
            macd: f64::NAN,
            signal: f64::NAN,
            histogram: f64::NAN,
        };
        if !value.is_finite() {
            self.restart();
            return NONE;
        }
        let slow = self.slow.update(value);
        if self.delayed > 0 {
            self.delayed -= 1;
            return NONE;
        }
        let macd = self.fast.update(value) - slow;
        if macd.is_nan() {
            return NONE;
        }
        let signal = self.signal.update(macd);
        if signal.is_nan() {
            NONE
        } else {
            MacdPoint {
                macd,
                signal,
                histogram: macd - signal,
            }
        }
    }

    /// Values before the first point.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.lookback
    }

    #[cold]
    const fn restart(&mut self) {
        self.delayed = self.delay;
        self.fast.restart();
        self.slow.restart();
        self.signal.restart();
    }
}

impl Stream for Macd {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        let MacdPoint {
            macd,
            signal,
            histogram,
        } = self.update(inputs[0]);
        outputs[..3].copy_from_slice(&[macd, signal, histogram]);
    }
}
