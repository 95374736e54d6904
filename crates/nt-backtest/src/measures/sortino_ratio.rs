use super::moments::{downside_deviation, mean};
use super::{Annualisation, Conventions, Profile, annual_return, quotient};

/// Sortino ratio: excess return for each unit of downside deviation, annualised. The target is
/// the risk-free return; the downside is divided by the number of all returns.
///
/// * Arithmetic: mean(r - f) N / (√mean(min(r - f, 0)²) √N).
/// * Geometric: (annual return - risk-free rate) / (√mean(min(r, 0)²) √N).
///
/// NaN without a return, and without a downside (vectorbt and backtesting.py: infinite). vectorbt
/// wants two returns.
///
/// Source: Sortino and Price (1994), *Performance Measurement in a Downside Risk Framework*;
/// backtesting.py for the geometric form.
#[must_use]
pub fn sortino_ratio(returns: &[f64], conventions: &Conventions) -> f64 {
    let periods = conventions.periods_per_year;
    if conventions.profile == Profile::Vectorbt && returns.len() < 2 {
        return f64::NAN;
    }
    if conventions.annualisation == Annualisation::Arithmetic {
        let target = conventions.risk_free_per_period();
        let downside = downside_deviation(returns, target) * periods.sqrt();
        return quotient((mean(returns) - target) * periods, downside, conventions);
    }
    let excess = annual_return(returns, conventions) - conventions.risk_free_rate;
    let downside = downside_deviation(returns, 0.0) * periods.sqrt();
    match conventions.profile {
        Profile::BacktestingPy => excess / downside,
        _ => quotient(excess, downside, conventions),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, geometric, vectorbt};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 0.05 of four periods: 0.2; downside √(0.1²/2) √4 = 0.1 √2.
        assert_close(sortino_ratio(&[0.2, -0.1], &arithmetic()), 2.0_f64.sqrt());
        // Growth 1.08 in two periods: 0.08; downside √(0.1²/2) √2 = 0.1.
        assert_close(sortino_ratio(&[0.2, -0.1], &geometric()), 0.8);
    }

    #[test]
    fn without_a_downside() {
        assert!(sortino_ratio(&[0.2, 0.0], &arithmetic()).is_nan());
        assert_eq!(sortino_ratio(&[0.2, 0.0], &geometric()), f64::INFINITY);
        assert!(sortino_ratio(&[0.0, 0.0], &geometric()).is_nan());
        assert_eq!(sortino_ratio(&[0.2, 0.0], &vectorbt()), f64::INFINITY);
        assert!(sortino_ratio(&[-0.2], &vectorbt()).is_nan());
        assert!(sortino_ratio(&[], &arithmetic()).is_nan());
    }

    #[test]
    fn one_loss_is_enough() {
        // -0.2 * 4 / (0.2 * 2).
        assert_close(sortino_ratio(&[-0.2], &arithmetic()), -2.0);
    }
}
