use nt_core::NANOS_PER_DAY;

use super::calendar::typical_spacing;
use super::{Conventions, Profile};

const NANOS_PER_SECOND: f64 = 1e9;

/// Units a duration may be rounded up to, in nanoseconds: day, hour, minute, second, and finer.
const UNITS: [i64; 7] = [
    NANOS_PER_DAY,
    3_600_000_000_000,
    60_000_000_000,
    1_000_000_000,
    1_000_000,
    1_000,
    1,
];

/// How long a span of steps lasts: by the clock; under backtesting.py rounded up to the unit that
/// divides the usual gap between bars; under vectorbt in bars of the usual length.
#[derive(Clone, Copy, Debug)]
pub struct Spans<'a> {
    time: &'a [i64],
    bar: Option<i64>,
    unit: i64,
}

impl<'a> Spans<'a> {
    /// Spans over these step times, nanoseconds.
    #[must_use]
    pub fn new(time: &'a [i64], conventions: &Conventions) -> Self {
        let spacing = typical_spacing(time).filter(|&spacing| spacing > 0);
        match conventions.profile {
            Profile::NeuralTrader => Self {
                time,
                bar: None,
                unit: 1,
            },
            Profile::BacktestingPy => Self {
                time,
                bar: None,
                unit: spacing.map_or(1, unit_of),
            },
            Profile::Vectorbt => Self {
                time,
                bar: spacing,
                unit: 1,
            },
        }
    }

    /// Nanoseconds from one step to another.
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> i64 {
        match self.bar {
            Some(bar) => (to as i64 - from as i64) * bar,
            None => self.time[to] - self.time[from],
        }
    }

    /// Seconds of the longest span; NaN when there is none.
    #[must_use]
    pub fn longest(&self, spans: impl Iterator<Item = i64>) -> f64 {
        spans
            .max()
            .map_or(f64::NAN, |longest| self.seconds(i128::from(longest), 1))
    }

    /// Seconds of the mean of so many spans with this sum; NaN when there is none.
    #[must_use]
    pub fn mean(&self, sum: i128, count: usize) -> f64 {
        if count == 0 {
            f64::NAN
        } else {
            self.seconds(sum, count)
        }
    }

    fn seconds(&self, sum: i128, count: usize) -> f64 {
        if self.unit == 1 {
            return sum as f64 / count as f64 / NANOS_PER_SECOND;
        }
        let unit = i128::from(self.unit);
        let units = -(-sum).div_euclid(unit * count as i128);
        (units * unit) as f64 / NANOS_PER_SECOND
    }
}

fn unit_of(spacing: i64) -> i64 {
    UNITS
        .into_iter()
        .find(|unit| spacing % unit == 0)
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, geometric, vectorbt};
    use super::*;

    const DAY: i64 = NANOS_PER_DAY;

    #[test]
    fn the_clock_counts_gaps_and_bars_do_not() {
        let time = [0, DAY, 2 * DAY, 5 * DAY];
        assert_eq!(Spans::new(&time, &arithmetic()).between(1, 3), 4 * DAY);
        assert_eq!(Spans::new(&time, &vectorbt()).between(1, 3), 2 * DAY);
    }

    #[test]
    fn backtesting_py_rounds_up_to_the_unit_of_the_bars() {
        let time = [0, DAY, 2 * DAY];
        assert_eq!(
            Spans::new(&time, &arithmetic()).mean(i128::from(3 * DAY), 2),
            1.5 * 86_400.0
        );
        assert_eq!(
            Spans::new(&time, &geometric()).mean(i128::from(3 * DAY), 2),
            2.0 * 86_400.0
        );
        let half_hours = [0, DAY / 48, DAY / 24];
        assert_eq!(
            Spans::new(&half_hours, &geometric()).mean(61_000_000_000, 1),
            120.0
        );
    }

    #[test]
    fn nothing_lasts_nan() {
        let spans = Spans::new(&[0], &geometric());
        assert!(spans.longest(std::iter::empty()).is_nan() && spans.mean(0, 0).is_nan());
    }
}
