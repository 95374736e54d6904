use nt_core::NANOS_PER_DAY;

use super::Calendar;

/// How far back a trailing return goes from the last time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trailing {
    /// From the beginning of this stretch of the calendar.
    ToDate(Calendar),
    /// So many months.
    Months(i64),
}

/// The return of the last stretch of a series, compounded; of more than 12 months the growth a year.
///
/// NaN where the series does not go back so far: half of three years is no return of three years.
/// A stretch to date wants the series to begin in it or before it.
///
/// Source: the trailing returns of quantstats, which gives what there is.
#[must_use]
pub fn trailing_return(returns: &[f64], time: &[i64], stretch: Trailing) -> f64 {
    let (Some(&first), Some(&last)) = (time.first(), time.last()) else {
        return f64::NAN;
    };
    let inside: Box<dyn Fn(i64) -> bool> = match stretch {
        Trailing::ToDate(calendar) => {
            let now = calendar.number(last);
            Box::new(move |at| calendar.number(at) == now)
        }
        Trailing::Months(months) => {
            let from = last - (months as f64 * DAYS_PER_MONTH * NANOS_PER_DAY as f64) as i64;
            // A first return covers the time before it, of which at most a week is taken for granted.
            if first > from + WEEK {
                return f64::NAN;
            }
            Box::new(move |at| at > from)
        }
    };
    let covered = returns.iter().zip(time).filter(|(_, at)| inside(**at));
    let growth = covered.fold(1.0, |value, (change, _)| value * (1.0 + change));
    match stretch {
        Trailing::Months(months) if months > 12 => {
            f64::max(growth, 0.0).powf(12.0 / months as f64) - 1.0
        }
        _ => growth - 1.0,
    }
}

const DAYS_PER_MONTH: f64 = 365.25 / 12.0;
const WEEK: i64 = 7 * NANOS_PER_DAY;

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    /// A return at the end of each of so many days to 2023-12-31.
    fn days(count: i64) -> Vec<i64> {
        (0..count)
            .map(|day| (19_723 - count + 1 + day) * NANOS_PER_DAY)
            .collect()
    }

    #[test]
    fn months_and_years() {
        let time = days(1100);
        let mut returns = vec![0.0; 1100];
        (returns[1099], returns[1090], returns[900], returns[10]) = (0.1, 0.1, 0.5, 1.0);
        assert_close(trailing_return(&returns, &time, Trailing::Months(3)), 0.21);
        assert_close(
            trailing_return(&returns, &time, Trailing::Months(12)),
            0.815,
        );
        assert_close(
            trailing_return(&returns, &time, Trailing::Months(36)),
            3.63_f64.cbrt() - 1.0,
        );
        assert!(trailing_return(&returns, &time, Trailing::Months(60)).is_nan());
    }

    #[test]
    fn to_date() {
        let time = days(40);
        let mut returns = vec![0.0; 40];
        (returns[39], returns[5]) = (0.1, 0.5);
        assert_close(
            trailing_return(&returns, &time, Trailing::ToDate(Calendar::Month)),
            0.1,
        );
        assert_close(
            trailing_return(&returns, &time, Trailing::ToDate(Calendar::Year)),
            0.65,
        );
        assert!(trailing_return(&[], &[], Trailing::ToDate(Calendar::Year)).is_nan());
    }
}
