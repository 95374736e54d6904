use super::moments::deviation;
use super::{Annualisation, Conventions, geometric_mean};

/// Annualised standard deviation of periodic returns: a fraction a year.
///
/// * Arithmetic: sd(r) √N, for N periods in a year.
/// * Geometric: the deviation of the product of N independent growth factors,
///   √((var(r) + (1 + g)²)^N - (1 + g)^(2N)), with g the geometric mean return in place of the
///   mean.
///
/// NaN with fewer returns than the degrees of freedom need.
///
/// Source: Bacon, *Practical Portfolio Performance Measurement and Attribution*, chapter 3;
/// Goodman (1960), *On the exact variance of products*, as backtesting.py applies it.
#[must_use]
pub fn annual_volatility(returns: &[f64], conventions: &Conventions) -> f64 {
    let periods = conventions.periods_per_year;
    let deviation = deviation(returns, conventions.ddof);
    match conventions.annualisation {
        Annualisation::Arithmetic => deviation * periods.sqrt(),
        Annualisation::Geometric => {
            let growth = (1.0 + geometric_mean(returns, conventions)).powi(2);
            ((deviation.powi(2) + growth).powf(periods) - growth.powf(periods)).sqrt()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, geometric};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Differences ±0.1 from the mean 0.1: variance 0.02, times √4.
        assert_close(
            annual_volatility(&[0.0, 0.2], &arithmetic()),
            2.0 * 0.02_f64.sqrt(),
        );
        // g = 0 and variance 1.125: (1.125 + 1)² - 1 = 3.515625.
        assert_close(
            annual_volatility(&[1.0, -0.5], &geometric()),
            3.515_625_f64.sqrt(),
        );
    }

    #[test]
    fn equal_returns_have_none_and_one_return_has_no_answer() {
        assert_eq!(annual_volatility(&[0.1, 0.1], &arithmetic()), 0.0);
        assert_eq!(annual_volatility(&[0.1, 0.1], &geometric()), 0.0);
        assert!(annual_volatility(&[0.1], &arithmetic()).is_nan());
    }
}
