use super::moments::Spread;
use super::{Annualisation, Conventions, annual_return, annual_volatility, quotient};

/// Sharpe ratio: excess return for each unit of deviation, annualised.
///
/// * Arithmetic: mean(r - f)/sd(r) √N, with f the risk-free return of a period and N periods in a
///   year.
/// * Geometric: (annual return - risk-free rate) / annual volatility, both compounding.
///
/// NaN without a deviation (vectorbt: infinite) or with fewer returns than it needs.
///
/// Source: Sharpe (1994), *The Sharpe Ratio*; backtesting.py for the geometric form.
#[must_use]
pub fn sharpe_ratio(returns: &[f64], conventions: &Conventions) -> f64 {
    match conventions.annualisation {
        Annualisation::Arithmetic => {
            arithmetic_sharpe_ratio(Spread::of(returns, conventions.ddof), conventions)
        }
        Annualisation::Geometric => {
            let excess = annual_return(returns, conventions) - conventions.risk_free_rate;
            quotient(excess, annual_volatility(returns, conventions), conventions)
        }
    }
}

/// The arithmetic form, of returns that are known by their spread.
pub(super) fn arithmetic_sharpe_ratio(spread: Spread, conventions: &Conventions) -> f64 {
    let excess = spread.mean - conventions.risk_free_per_period();
    quotient(excess, spread.deviation, conventions) * conventions.periods_per_year.sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, geometric, vectorbt};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 0.1, variance 0.02, √4 = 2: 0.2/√0.02 = √2.
        assert_close(sharpe_ratio(&[0.0, 0.2], &arithmetic()), 2.0_f64.sqrt());
        // A risk-free rate of 0.2 a year is 0.05 a period and halves the excess.
        let risk_free = Conventions {
            risk_free_rate: 0.2,
            ..arithmetic()
        };
        assert_close(sharpe_ratio(&[0.0, 0.2], &risk_free), 0.5_f64.sqrt());
    }

    #[test]
    fn the_geometric_form_compounds() {
        // Growth 1.5 in two periods a year: 0.5; g² = 1.5 and variance 0.5: 2² - 1.5² = 1.75.
        let g2_is_1_5 = [0.0, 0.5];
        let variance: f64 = 0.125;
        let volatility = ((variance + 1.5).powi(2) - 1.5_f64.powi(2)).sqrt();
        assert_close(sharpe_ratio(&g2_is_1_5, &geometric()), 0.5 / volatility);
    }

    #[test]
    fn without_deviation_there_is_no_ratio() {
        assert!(sharpe_ratio(&[0.1, 0.1], &arithmetic()).is_nan());
        assert!(sharpe_ratio(&[0.1, 0.1], &geometric()).is_nan());
        assert_eq!(sharpe_ratio(&[0.1, 0.1], &vectorbt()), f64::INFINITY);
        assert!(sharpe_ratio(&[0.1], &vectorbt()).is_nan());
        assert!(sharpe_ratio(&[], &arithmetic()).is_nan());
    }
}
