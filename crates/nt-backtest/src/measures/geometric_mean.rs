use super::{Conventions, Profile};

/// The constant return a period that compounds to the same end: exp(mean ln(1 + r)) - 1.
///
/// A period that loses everything makes it -1, except under backtesting.py, which gives 0. NaN of
/// nothing.
///
/// Source: the geometric mean; backtesting.py for its exception.
#[must_use]
pub fn geometric_mean(returns: &[f64], conventions: &Conventions) -> f64 {
    if returns.iter().any(|&value| value <= -1.0) {
        return if conventions.profile == Profile::BacktestingPy {
            0.0
        } else {
            -1.0
        };
    }
    let growth: f64 = returns.iter().map(|value| value.ln_1p()).sum();
    (growth / returns.len() as f64).exp_m1()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, geometric};
    use super::*;

    #[test]
    fn doubling_and_halving_twice_over_is_nothing() {
        assert_close(geometric_mean(&[1.0, -0.5, 0.0], &arithmetic()), 0.0);
        // 1.21 in two periods.
        assert_close(geometric_mean(&[0.21, 0.0], &arithmetic()), 0.1);
    }

    #[test]
    fn ruin_is_total() {
        assert_eq!(geometric_mean(&[0.5, -1.0], &arithmetic()), -1.0);
        assert_eq!(geometric_mean(&[0.5, -1.0], &geometric()), 0.0);
        assert!(geometric_mean(&[], &arithmetic()).is_nan());
    }
}
