use std::ops::Range;

use nt_core::Result;

use crate::anchor::{Anchor, Step};
use crate::indicator::{Indicator, Param, Stream};
use crate::rolling_sum::RollingSum;
use crate::window::{BLOCK, Window, leaving};

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "bollinger-bands",
    meaning: "Bollinger bands: a simple average, and bands some standard deviations around it",
    inputs: &["value"],
    params: &[
        Param::period("period", 20.0, 2.0, "Values averaged"),
        Param {
            name: "deviations",
            default: 2.0,
            min: 0.0,
            max: 1e6,
            whole: false,
            meaning: "Standard deviations from the average to a band",
        },
    ],
    outputs: &["upper", "middle", "lower"],
    lookback: |params| params[0] as usize - 1,
    fill: |inputs, params, outputs| {
        let [upper, middle, lower] = outputs else {
            return Ok(());
        };
        let columns = BandsColumns {
            upper: upper.as_deref_mut(),
            middle: middle.as_deref_mut(),
            lower: lower.as_deref_mut(),
        };
        bollinger_bands(inputs[0], params[0] as usize, params[1], columns)
    },
    stream: |params| {
        Ok(Box::new(BollingerBands::new(
            params[0] as usize,
            params[1],
        )?))
    },
};

/// The columns of [`bollinger_bands`] to fill; `None` for one that is not wanted.
#[derive(Debug, Default)]
pub struct BandsColumns<'a> {
    /// The average plus the deviations.
    pub upper: Option<&'a mut [f64]>,
    /// The simple average, the bits of [`crate::sma`].
    pub middle: Option<&'a mut [f64]>,
    /// The average less the deviations.
    pub lower: Option<&'a mut [f64]>,
}

/// The bands of one bar, all NaN while warming up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// The average plus the deviations.
    pub upper: f64,
    /// The simple average.
    pub middle: f64,
    /// The average less the deviations.
    pub lower: f64,
}

/// Bollinger bands: the simple average of the last `period` values, and bands `deviations`
/// standard deviations (of the population, ddof 0) above and below. Look-back `period - 1`.
///
/// The deviation keeps its digits at any offset of the values and after spikes: it is computed
/// from sums about a value of the window, taken afresh wherever they lost digits.
///
/// # Errors
/// `INVALID_PARAMETER` for a period outside 2 to 100,000 or deviations outside 0 to 1,000,000;
/// `DATA_LENGTH_MISMATCH`.
pub fn bollinger_bands(
    input: &[f64],
    period: usize,
    deviations: f64,
    out: BandsColumns<'_>,
) -> Result<()> {
    let BandsColumns {
        mut upper,
        mut middle,
        mut lower,
    } = out;
    let mut sums = Sums::new(period, deviations)?;
    INDICATOR.check_columns(
        &[input],
        &[
            upper.as_deref_mut(),
            middle.as_deref_mut(),
            lower.as_deref_mut(),
        ],
    )?;
    let (mut middles, mut reaches) = ([0.0; BLOCK], [0.0; BLOCK]);
    for start in (0..input.len()).step_by(BLOCK) {
        let bars = start..input.len().min(start + BLOCK);
        let (middles, reaches) = (&mut middles[..bars.len()], &mut reaches[..bars.len()]);
        for (slot, bar) in bars.clone().enumerate() {
            let (entering, leaving) = (input[bar], leaving(input, period, bar));
            let window = || &input[bar + 1 - period..=bar];
            (middles[slot], reaches[slot]) = sums.step(entering, leaving, window);
        }
        nt_math::divide(middles, sums.period);
        nt_math::scaled_roots(reaches, sums.per_value, deviations);
        write(
            &mut upper,
            bars.clone(),
            middles,
            reaches,
            |middle, reach| middle + reach,
        );
        write(&mut middle, bars.clone(), middles, reaches, |middle, _| {
            middle
        });
        write(&mut lower, bars, middles, reaches, |middle, reach| {
            middle - reach
        });
    }
    Ok(())
}

#[inline]
fn write(
    column: &mut Option<&mut [f64]>,
    bars: Range<usize>,
    middles: &[f64],
    reaches: &[f64],
    band: impl Fn(f64, f64) -> f64,
) {
    let Some(column) = column else { return };
    for ((out, &middle), &reach) in column[bars].iter_mut().zip(middles).zip(reaches) {
        *out = band(middle, reach);
    }
}

/// The streaming [`bollinger_bands`].
#[derive(Clone, Debug)]
pub struct BollingerBands {
    sums: Sums,
    window: Window,
}

impl BollingerBands {
    /// Bands around the average of the last `period` values.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` as [`bollinger_bands`].
    pub fn new(period: usize, deviations: f64) -> Result<Self> {
        Ok(Self {
            sums: Sums::new(period, deviations)?,
            window: Window::new(period),
        })
    }

    /// Takes the next value; all NaN while warming up.
    pub fn update(&mut self, value: f64) -> Bands {
        let leaving = self.window.push(value);
        let (sum, squares) = self.sums.step(value, leaving, || self.window.values());
        let middle = sum / self.sums.period;
        let reach = (squares * self.sums.per_value).sqrt() * self.sums.deviations;
        Bands {
            upper: middle + reach,
            middle,
            lower: middle - reach,
        }
    }

    /// Values before the first bands.
    #[must_use]
    pub const fn lookback(&self) -> usize {
        self.sums.period as usize - 1
    }
}

impl Stream for BollingerBands {
    fn update(&mut self, inputs: &[f64], outputs: &mut [f64]) {
        let Bands {
            upper,
            middle,
            lower,
        } = self.update(inputs[0]);
        outputs[..3].copy_from_slice(&[upper, middle, lower]);
    }
}

/// The running sums of a window.
#[derive(Clone, Debug)]
struct Sums {
    period: f64,
    per_value: f64,
    deviations: f64,
    anchor: Anchor,
    sum: RollingSum,
    squares: RollingSquares,
}

impl Sums {
    fn new(period: usize, deviations: f64) -> Result<Self> {
        INDICATOR.check_periods([period])?;
        Ok(Self {
            period: period as f64,
            per_value: 1.0 / period as f64,
            deviations: INDICATOR.check_param(1, deviations)?,
            anchor: Anchor::new(period),
            sum: RollingSum::default(),
            squares: RollingSquares::default(),
        })
    }

    /// The sum of the window and of its squared deviations from the mean, NaN while waiting.
    #[inline]
    fn step<'a>(
        &mut self,
        entering: f64,
        leaving: f64,
        window: impl Fn() -> &'a [f64],
    ) -> (f64, f64) {
        let step = self.anchor.advance(entering);
        let sum = self.sum.step(step, entering, leaving, &window);
        (
            sum,
            self.squares
                .step(step, entering, leaving, self.per_value, &window),
        )
    }
}

/// The sum of squared deviations from the mean of a window, from running sums about `origin`, a
/// value of the window.
#[derive(Clone, Debug, Default)]
struct RollingSquares {
    origin: f64,
    sum: f64,
    sum_of_squares: f64,
}

/// Where the sum of squares is so much greater than what is left of it about the mean, its last
/// digits are noise: the window has moved away from the origin, or a spike has left it.
const LOST_DIGITS: f64 = 1.0 / 65_536.0;

impl RollingSquares {
    /// Never negative; NaN while waiting.
    #[inline]
    fn step<'a>(
        &mut self,
        step: Step,
        entering: f64,
        leaving: f64,
        per_value: f64,
        window: impl Fn() -> &'a [f64],
    ) -> f64 {
        let before = self.sum_of_squares;
        let (new, old) = (entering - self.origin, leaving - self.origin);
        self.sum += new - old;
        self.sum_of_squares += new * new - old * old;
        let slid = self.about_the_mean(per_value);
        if step == Step::Slide && before * LOST_DIGITS <= slid {
            return slid;
        }
        if step == Step::Wait {
            return f64::NAN;
        }
        self.refresh(entering, window());
        let fresh = self.about_the_mean(per_value);
        if fresh > 0.0 { fresh } else { 0.0 }
    }

    #[cold]
    fn refresh(&mut self, origin: f64, window: &[f64]) {
        self.origin = origin;
        self.sum = nt_math::sum_about(window, origin);
        self.sum_of_squares = nt_math::sum_of_squares_about(window, origin);
    }

    #[inline]
    fn about_the_mean(&self, per_value: f64) -> f64 {
        self.sum_of_squares - self.sum * self.sum * per_value
    }
}
