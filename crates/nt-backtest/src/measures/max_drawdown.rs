use super::{Conventions, Drawdown, Profile};

/// The deepest fall from a peak: min(equity / highest equity so far - 1), a negative fraction.
///
/// The initial cash is the first peak. Zero when equity never fell (vectorbt: NaN).
///
/// Source: Magdon-Ismail and Atiya (2004), *Maximum Drawdown*.
#[must_use]
pub fn max_drawdown(drawdowns: &[Drawdown], conventions: &Conventions) -> f64 {
    if drawdowns.is_empty() && conventions.profile == Profile::Vectorbt {
        return f64::NAN;
    }
    drawdowns
        .iter()
        .map(|drawdown| drawdown.depth)
        .fold(0.0, f64::min)
}

/// The deepest fall of the path that returns compound to, which begins **after** the first of
/// them. vectorbt divides by it in its Calmar ratio.
#[must_use]
pub fn max_drawdown_after_first(returns: &[f64]) -> f64 {
    let (mut value, mut peak, mut deepest) = (1.0, f64::NEG_INFINITY, 0.0);
    for change in returns {
        value *= 1.0 + change;
        peak = f64::max(peak, value);
        deepest = f64::min(deepest, value / peak - 1.0);
    }
    deepest
}

/// The deepest fall of the path that returns compound to, from its start on, which is the first peak:
/// a negative fraction, -1 or below at ruin. 0 without a return.
#[must_use]
pub fn max_drawdown_from_start(returns: &[f64]) -> f64 {
    let (mut value, mut peak, mut deepest) = (1.0, 1.0, 0.0);
    for change in returns {
        value *= 1.0 + change;
        peak = f64::max(peak, value);
        deepest = f64::min(deepest, value / peak - 1.0);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::super::drawdowns;
    use super::super::fixture::{arithmetic, assert_close, vectorbt};
    use super::*;

    fn of(equity: &[f64]) -> f64 {
        max_drawdown(&drawdowns(equity, 0, 100.0, &arithmetic()), &arithmetic())
    }

    #[test]
    fn the_deepest_of_two() {
        assert_close(of(&[100.0, 120.0, 90.0, 120.0, 130.0, 117.0]), -0.25);
    }

    #[test]
    fn a_loss_on_day_one_and_in_the_only_bar() {
        assert_close(of(&[90.0, 95.0]), -0.1);
        assert_close(of(&[90.0]), -0.1);
    }

    #[test]
    fn ruin_and_debt() {
        assert_eq!(of(&[100.0, 0.0]), -1.0);
        assert_eq!(of(&[100.0, -50.0]), -1.5);
    }

    #[test]
    fn a_rising_curve_has_none() {
        assert_eq!(of(&[100.0, 110.0]), 0.0);
        assert!(max_drawdown(&[], &vectorbt()).is_nan());
    }

    #[test]
    fn of_returns_the_first_counts() {
        assert_close(max_drawdown_from_start(&[-0.5, 1.0, -0.25]), -0.5);
        assert_eq!(max_drawdown_from_start(&[0.5, -1.0]), -1.0);
        assert_eq!(max_drawdown_from_start(&[]), 0.0);
    }

    #[test]
    fn of_returns_the_first_is_forgotten() {
        assert_close(max_drawdown_after_first(&[-0.5, 1.0, -0.25]), -0.25);
        assert_eq!(max_drawdown_after_first(&[-0.5]), 0.0);
    }
}
