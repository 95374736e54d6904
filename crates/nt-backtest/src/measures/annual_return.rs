use super::moments::mean;
use super::{Annualisation, Conventions, Profile, geometric_mean};

/// Annualised return of periodic returns: a fraction a year.
///
/// * Arithmetic: mean(r) N, for N periods in a year. The Sharpe ratio is this, less the risk-free
///   rate, over the annual volatility.
/// * Geometric: (1 + g)^N - 1 with g the geometric mean return.
/// * vectorbt: (∏(1 + r))^(N/n) - 1 of n returns, whatever its ratios do.
///
/// NaN without a return.
///
/// Source: Bacon, *Practical Portfolio Performance Measurement and Attribution*, chapter 2; the
/// libraries for their variants.
#[must_use]
pub fn annual_return(returns: &[f64], conventions: &Conventions) -> f64 {
    let periods = conventions.periods_per_year;
    match (conventions.profile, conventions.annualisation) {
        _ if returns.is_empty() => f64::NAN,
        (Profile::Vectorbt, _) => {
            let growth: f64 = returns.iter().map(|value| 1.0 + value).product();
            growth.powf(periods / returns.len() as f64) - 1.0
        }
        (_, Annualisation::Arithmetic) => mean(returns) * periods,
        (_, Annualisation::Geometric) => {
            (1.0 + geometric_mean(returns, conventions)).powf(periods) - 1.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, geometric, vectorbt};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 0.15 of four periods a year; growth 1.32 in two periods is 1.32² in four.
        let returns = [0.1, 0.2];
        assert_close(annual_return(&returns, &arithmetic()), 0.6);
        assert_close(annual_return(&returns, &geometric()), 0.32);
        assert_close(annual_return(&returns, &vectorbt()), 1.32 * 1.32 - 1.0);
    }

    #[test]
    fn ruin_and_nothing() {
        assert_eq!(annual_return(&[0.5, -1.0], &arithmetic()), -1.0);
        assert_eq!(annual_return(&[0.5, -1.0], &geometric()), 0.0);
        assert_eq!(annual_return(&[0.5, -1.0], &vectorbt()), -1.0);
        assert!(annual_return(&[], &arithmetic()).is_nan());
    }
}
