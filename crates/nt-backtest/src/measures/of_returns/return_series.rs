use nt_core::{Code, Error, NANOS_PER_DAY, Result};

use super::super::calendar::typical_spacing;
use super::super::{Conventions, Profile, ReturnsPer};
use crate::statistics::check_returns;

/// Simple returns of consecutive periods, with what they may be set beside.
#[derive(Clone, Copy, Debug)]
pub struct ReturnSeries<'a> {
    /// Fractions, one a period: the first is of the first period, from the start to its end.
    pub returns: &'a [f64],
    /// Time at the end of each period, nanoseconds since the epoch, UTC, ascending; empty where it is
    /// not known.
    pub time: &'a [i64],
    /// Returns of the benchmark over the same periods; empty without one.
    pub benchmark: &'a [f64],
}

impl ReturnSeries<'_> {
    /// # Errors
    /// `DATA_EMPTY`, `DATA_NOT_FINITE`, `DATA_LENGTH_MISMATCH`, `DATA_UNSORTED`.
    pub fn check(&self) -> Result<()> {
        check_returns(self.returns)?;
        let periods = self.returns.len();
        for (what, count) in [
            ("times", self.time.len()),
            ("returns of the benchmark", self.benchmark.len()),
        ] {
            if count != 0 && count != periods {
                let message =
                    format!("{count} {what} for {periods} returns: give one for each, or none");
                return Err(Error::new(Code::DataLengthMismatch, message));
            }
        }
        if !self.benchmark.is_empty() {
            check_returns(self.benchmark)?;
        }
        match self.time.windows(2).position(|pair| pair[1] <= pair[0]) {
            None => Ok(()),
            Some(at) => {
                let message = format!(
                    "time {} is not after time {at}: give times that ascend",
                    at + 1
                );
                Err(Error::new(Code::DataUnsorted, message).with("row", at + 1))
            }
        }
    }

    /// Our conventions for these periods: as many in a year as their usual length says, 252 where no
    /// time is known.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where periods are shorter than a day and `periods_per_year` is not given:
    /// how many of them a year has depends on the hours of the market.
    pub fn conventions(&self, periods_per_year: Option<f64>) -> Result<Conventions> {
        let given = Conventions::of(Profile::NeuralTrader, self.time);
        let short = typical_spacing(self.time).is_some_and(|gap| gap < NANOS_PER_DAY / 24 * 23);
        let periods = match (periods_per_year, short) {
            (Some(periods), _) if periods > 0.0 && periods.is_finite() => periods,
            (Some(periods), _) => {
                let message = format!("periodsPerYear is {periods}: give a number above 0");
                return Err(Error::new(Code::InvalidArgument, message));
            }
            (None, true) => {
                let message =
                    "the returns are of less than a day: give periodsPerYear, or returns of days";
                return Err(Error::new(Code::InvalidArgument, message));
            }
            (None, false) if self.time.len() < 2 => 252.0,
            (None, false) => given.periods_per_year,
        };
        Ok(Conventions {
            returns_per: ReturnsPer::Bar,
            periods_per_year: periods,
            ..given
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RETURNS: [f64; 3] = [0.1, -0.1, 0.2];

    fn series<'a>(time: &'a [i64], benchmark: &'a [f64]) -> ReturnSeries<'a> {
        ReturnSeries {
            returns: &RETURNS,
            time,
            benchmark,
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let code = |series: ReturnSeries| series.check().unwrap_err().code();
        assert_eq!(code(series(&[1, 2], &[])), Code::DataLengthMismatch);
        assert_eq!(code(series(&[], &[0.1])), Code::DataLengthMismatch);
        assert_eq!(
            code(series(&[], &[0.1, f64::NAN, 0.1])),
            Code::DataNotFinite
        );
        assert_eq!(code(series(&[1, 1, 2], &[])), Code::DataUnsorted);
        assert!(series(&[1, 2, 3], &RETURNS).check().is_ok());
    }

    #[test]
    fn a_year_has_as_many_periods_as_times_say() {
        let every = |gap: i64| [0, gap, 2 * gap];
        let of = |gap: i64| {
            series(&every(gap), &[])
                .conventions(None)
                .map(|made| made.periods_per_year)
        };
        assert_eq!(
            series(&[], &[]).conventions(None).unwrap().periods_per_year,
            252.0
        );
        assert_eq!(of(NANOS_PER_DAY), Ok(252.0));
        assert_eq!(of(7 * NANOS_PER_DAY), Ok(52.0));
        assert_eq!(
            of(NANOS_PER_DAY / 24).unwrap_err().code(),
            Code::InvalidArgument
        );
        let hourly = every(NANOS_PER_DAY / 24);
        let given = series(&hourly, &[]).conventions(Some(1638.0)).unwrap();
        assert_eq!(
            (given.periods_per_year, given.returns_per),
            (1638.0, ReturnsPer::Bar)
        );
        assert!(series(&[], &[]).conventions(Some(0.0)).is_err());
    }
}
