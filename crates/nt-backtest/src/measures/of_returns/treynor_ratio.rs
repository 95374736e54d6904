use super::super::{Conventions, annual_return, beta};
use super::defined;

/// Treynor ratio: the annual return less the risk-free rate, over beta. NaN where beta is, or is 0.
///
/// Source: Treynor (1965), *How to Rate Management of Investment Funds*. quantstats has the total
/// return in the place of that of a year.
#[must_use]
pub fn treynor_ratio(returns: &[f64], benchmark: &[f64], conventions: &Conventions) -> f64 {
    let excess = annual_return(returns, conventions) - conventions.risk_free_rate;
    defined(excess, beta(returns, benchmark))
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 0.1 of four periods a year, and a beta of 2.
        assert_close(treynor_ratio(&[0.0, 0.2], &[0.0, 0.1], &arithmetic()), 0.2);
        assert!(treynor_ratio(&[0.0, 0.2], &[0.1, 0.1], &arithmetic()).is_nan());
    }
}
