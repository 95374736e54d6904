use nt_math::normal_quantile;

use super::super::{deviation, mean};
use crate::statistics::{ascending, quantile};

/// Value at risk of one period: the return that a share `tail` of the periods falls short of, from
/// the returns as they were. A negative fraction where there is something to lose.
///
/// NaN without a return.
///
/// Source: Jorion, *Value at Risk*; the quantile is type 7 of Hyndman and Fan (1996).
#[must_use]
pub fn value_at_risk(returns: &[f64], tail: f64) -> f64 {
    quantile(&ascending(returns), tail)
}

/// The same of a normal distribution with the mean and deviation of the returns: μ + σ Φ⁻¹(tail).
///
/// NaN with fewer than two returns.
#[must_use]
pub fn parametric_value_at_risk(returns: &[f64], tail: f64) -> f64 {
    mean(returns) + deviation(returns, 1) * normal_quantile(tail)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // The twentieth of 21 steps of 0.01 from -0.1 is the second lowest.
        let returns: Vec<f64> = (0..21).map(|at| f64::from(at - 10) / 100.0).collect();
        assert_close(value_at_risk(&returns, 0.05), -0.09);
        // Mean 0, variance 0.00385.
        let expected = -1.644_853_626_951_472_2 * 0.003_85_f64.sqrt();
        assert_close(parametric_value_at_risk(&returns, 0.05), expected);
    }

    #[test]
    fn of_nothing_and_of_one() {
        assert!(
            value_at_risk(&[], 0.05).is_nan() && parametric_value_at_risk(&[0.1], 0.05).is_nan()
        );
        assert_eq!(value_at_risk(&[-0.1], 0.05), -0.1);
    }
}
