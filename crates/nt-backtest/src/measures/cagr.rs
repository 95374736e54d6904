use nt_core::NANOS_PER_DAY;

use super::Conventions;

/// Compound annual growth rate: (final / initial)^(1/years) - 1, a fraction a year. A year has
/// `days_per_year` days of 24 hours between the first and the last step.
///
/// -1 when nothing or less is left. NaN when no time passed.
///
/// Source: the money-multiple growth rate of the GIPS standards' since-inception returns; the day
/// count 365.25 is that of backtesting.py.
#[must_use]
pub fn cagr(initial_cash: f64, final_equity: f64, nanos: i64, conventions: &Conventions) -> f64 {
    let years = nanos as f64 / (NANOS_PER_DAY as f64 * conventions.days_per_year);
    if years <= 0.0 {
        return f64::NAN;
    }
    (final_equity / initial_cash).max(0.0).powf(years.recip()) - 1.0
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn twenty_one_per_cent_in_two_years_is_ten_a_year() {
        let two_years = (2.0 * 365.25 * NANOS_PER_DAY as f64) as i64;
        assert_close(cagr(100.0, 121.0, two_years, &arithmetic()), 0.1);
    }

    #[test]
    fn ruin_loses_everything_and_no_time_has_no_answer() {
        assert_eq!(cagr(100.0, 0.0, NANOS_PER_DAY, &arithmetic()), -1.0);
        assert_eq!(cagr(100.0, -5.0, NANOS_PER_DAY, &arithmetic()), -1.0);
        assert!(cagr(100.0, 110.0, 0, &arithmetic()).is_nan());
    }
}
