use super::{Annualisation, Conventions, Profile};

/// Jensen's alpha of periodic returns: what the return exceeds the capital asset pricing model by,
/// a fraction a year.
///
/// With a = mean(r - f - β (b - f)) of a period, f the risk-free return and N periods in a year:
/// * Arithmetic: a N.
/// * Geometric, and under vectorbt: (1 + a)^N - 1.
///
/// NaN where beta is. backtesting.py does not annualise: see [`alpha_of_totals`].
///
/// Source: Jensen (1968), *The Performance of Mutual Funds in the Period 1945-1964*.
#[must_use]
pub fn alpha(returns: &[f64], benchmark: &[f64], beta: f64, conventions: &Conventions) -> f64 {
    let risk_free = conventions.risk_free_per_period();
    let pairs = returns.iter().zip(benchmark);
    let excess: f64 = pairs
        .map(|(r, b)| r - risk_free - beta * (b - risk_free))
        .sum();
    let mean = excess / returns.len().min(benchmark.len()) as f64;
    match (conventions.profile, conventions.annualisation) {
        (Profile::Vectorbt, _) | (_, Annualisation::Geometric) => {
            (1.0 + mean).powf(conventions.periods_per_year) - 1.0
        }
        _ => mean * conventions.periods_per_year,
    }
}

/// Alpha of the whole run, a fraction, not annualised: return - f - β (buy and hold - f), with f
/// the annual risk-free rate as it stands. NaN where beta is.
///
/// Source: backtesting.py.
#[must_use]
pub fn alpha_of_totals(
    total_return: f64,
    buy_and_hold_return: f64,
    beta: f64,
    conventions: &Conventions,
) -> f64 {
    let risk_free = conventions.risk_free_rate;
    total_return - risk_free - beta * (buy_and_hold_return - risk_free)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, vectorbt};
    use super::*;

    #[test]
    fn what_beta_leaves_over() {
        // r = 0.05 + 2 b: 0.05 a period, four a year.
        let (returns, benchmark) = ([0.25, -0.15], [0.1, -0.1]);
        assert_close(alpha(&returns, &benchmark, 2.0, &arithmetic()), 0.2);
        assert_close(
            alpha(&returns, &benchmark, 2.0, &vectorbt()),
            1.05_f64.powi(4) - 1.0,
        );
        // At 0.04 a year, 0.01 a period: 0.05 - 0.01 + 2 · 0.01.
        let risk_free = Conventions {
            risk_free_rate: 0.04,
            ..arithmetic()
        };
        assert_close(alpha(&returns, &benchmark, 2.0, &risk_free), 0.24);
    }

    #[test]
    fn of_totals() {
        assert_close(alpha_of_totals(0.5, 0.2, 0.5, &arithmetic()), 0.4);
        assert!(alpha_of_totals(0.5, 0.2, f64::NAN, &arithmetic()).is_nan());
    }

    #[test]
    fn no_beta_no_alpha() {
        assert!(alpha(&[0.1], &[0.1], f64::NAN, &arithmetic()).is_nan());
        assert!(alpha(&[0.1], &[], f64::NAN, &arithmetic()).is_nan());
    }
}
