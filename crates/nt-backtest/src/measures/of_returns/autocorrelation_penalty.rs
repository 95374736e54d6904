use super::super::{Conventions, sharpe_ratio, sortino_ratio};
use super::{correlation, defined};

/// By how much dependence between periods makes the annualised deviation larger than the root of the
/// periods does: √(1 + 2 Σ (1 - k/N) ρᵏ) for k below N, the whole periods in a year, with ρ the
/// correlation of each return with the one before. Below 1 where returns revert. NaN where ρ is.
///
/// Source: Lo (2002), *The Statistics of Sharpe Ratios*, for a first-order autoregression. quantstats
/// takes the size of ρ, so that reversal is punished too, and the length of the history for N.
#[must_use]
pub fn autocorrelation_penalty(returns: &[f64], conventions: &Conventions) -> f64 {
    let later = returns.get(1..).unwrap_or_default();
    let rho = correlation(returns, later);
    let n = conventions.periods_per_year.round();
    let (mut sum, mut power) = (0.0, 1.0);
    for k in 1..n as usize {
        power *= rho;
        sum += (1.0 - k as f64 / n) * power;
    }
    if rho.is_nan() {
        f64::NAN
    } else {
        (1.0 + 2.0 * sum).max(0.0).sqrt()
    }
}

/// Sharpe ratio over the [`autocorrelation_penalty`]. NaN where one of them is undefined.
#[must_use]
pub fn smart_sharpe(returns: &[f64], conventions: &Conventions) -> f64 {
    defined(
        sharpe_ratio(returns, conventions),
        autocorrelation_penalty(returns, conventions),
    )
}

/// Sortino ratio over the [`autocorrelation_penalty`]. NaN where one of them is undefined.
#[must_use]
pub fn smart_sortino(returns: &[f64], conventions: &Conventions) -> f64 {
    defined(
        sortino_ratio(returns, conventions),
        autocorrelation_penalty(returns, conventions),
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn a_hand_count() {
        // 0, 1, 0, 1 and 1, 0, 1: the pairs 0-1, 1-0, 0-1 have the correlation -1, so the penalty of
        // four periods is √(1 + 2 (-3/4 + 2/4 - 1/4)) = 0.
        let returns = [0.0, 0.1, 0.0, 0.1];
        assert!(autocorrelation_penalty(&returns, &arithmetic()).abs() < 1e-6);
        // Pairs 1-2, 2-3, 3-4: correlation 1, √(1 + 2 (3/4 + 2/4 + 1/4)) = 2.
        let rising = [0.1, 0.2, 0.3, 0.4];
        assert_close(autocorrelation_penalty(&rising, &arithmetic()), 2.0);
        assert_close(
            smart_sharpe(&rising, &arithmetic()),
            sharpe_ratio(&rising, &arithmetic()) / 2.0,
        );
    }

    #[test]
    fn without_dependence_to_speak_of() {
        assert!(autocorrelation_penalty(&[0.1, 0.2], &arithmetic()).is_nan());
        assert!(
            smart_sharpe(&[], &arithmetic()).is_nan() && smart_sortino(&[], &arithmetic()).is_nan()
        );
    }
}
