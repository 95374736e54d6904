use super::super::{Conventions, deviation, mean};
use super::defined;

/// Tracking error: the annualised deviation of the returns in excess of the benchmark's. NaN with
/// fewer than two pairs.
///
/// Source: Grinold and Kahn, *Active Portfolio Management*.
#[must_use]
pub fn tracking_error(returns: &[f64], benchmark: &[f64], conventions: &Conventions) -> f64 {
    deviation(&active(returns, benchmark), conventions.ddof) * conventions.periods_per_year.sqrt()
}

/// Information ratio, annualised: the mean return in excess of the benchmark's over its deviation,
/// times the root of the periods in a year. NaN where returns and benchmark keep the same distance.
///
/// Source: Grinold and Kahn, *Active Portfolio Management*. quantstats does not annualise.
#[must_use]
pub fn information_ratio(returns: &[f64], benchmark: &[f64], conventions: &Conventions) -> f64 {
    let active = active(returns, benchmark);
    let error = tracking_error(returns, benchmark, conventions);
    defined(mean(&active) * conventions.periods_per_year, error)
}

fn active(returns: &[f64], benchmark: &[f64]) -> Vec<f64> {
    returns.iter().zip(benchmark).map(|(r, b)| r - b).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Excess 0 and 0.2: mean 0.1, deviation √0.02, four periods a year.
        let (returns, benchmark) = ([0.1, 0.3], [0.1, 0.1]);
        assert_close(
            tracking_error(&returns, &benchmark, &arithmetic()),
            2.0 * 0.02_f64.sqrt(),
        );
        let expected = 0.4 / (2.0 * 0.02_f64.sqrt());
        assert_close(
            information_ratio(&returns, &benchmark, &arithmetic()),
            expected,
        );
        assert!(information_ratio(&benchmark, &benchmark, &arithmetic()).is_nan());
        assert!(information_ratio(&returns, &[], &arithmetic()).is_nan());
    }
}
