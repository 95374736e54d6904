use std::f64::consts::TAU;

use nt_math::normal_quantile;

use super::super::{deviation, mean};
use super::value_at_risk;

/// Conditional value at risk, the expected shortfall, of one period: the mean of the returns at or
/// below the [`value_at_risk`]. A negative fraction where there is something to lose.
///
/// NaN without a return.
///
/// Source: Acerbi and Tasche (2002), *On the coherence of expected shortfall*, in its plain sample
/// form.
#[must_use]
pub fn conditional_value_at_risk(returns: &[f64], tail: f64) -> f64 {
    let threshold = value_at_risk(returns, tail);
    let beyond: Vec<f64> = returns
        .iter()
        .copied()
        .filter(|value| *value <= threshold)
        .collect();
    mean(&beyond)
}

/// The same of a normal distribution with the mean and deviation of the returns:
/// μ - σ φ(Φ⁻¹(tail))/tail. NaN with fewer than two returns.
#[must_use]
pub fn parametric_conditional_value_at_risk(returns: &[f64], tail: f64) -> f64 {
    let z = normal_quantile(tail);
    let density = (-z * z / 2.0).exp() / TAU.sqrt();
    mean(returns) - deviation(returns, 1) * density / tail
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // -0.1 and -0.09 are at or below the value at risk.
        let returns: Vec<f64> = (0..21).map(|at| f64::from(at - 10) / 100.0).collect();
        assert_close(conditional_value_at_risk(&returns, 0.05), -0.095);
        // Of a unit normal the shortfall of 5 % is 2.0627128.
        let expected = -2.062_712_807_507_425_7 * 0.003_85_f64.sqrt();
        assert_close(
            parametric_conditional_value_at_risk(&returns, 0.05),
            expected,
        );
    }

    #[test]
    fn of_nothing() {
        assert!(conditional_value_at_risk(&[], 0.05).is_nan());
    }
}
