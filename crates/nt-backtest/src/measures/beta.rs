use super::moments::mean;

/// Beta: covariance of the returns with those of the benchmark over the variance of the latter. A
/// pure number; the degrees of freedom cancel out.
///
/// NaN with fewer than two pairs, or with a benchmark that did not move. Series of unequal length
/// are paired from the start.
///
/// Source: Sharpe (1964), *Capital Asset Prices*. backtesting.py takes logarithmic returns of
/// every step, the others simple returns of the periods.
#[must_use]
pub fn beta(returns: &[f64], benchmark: &[f64]) -> f64 {
    let pairs = returns.len().min(benchmark.len());
    if pairs < 2 {
        return f64::NAN;
    }
    let (returns, benchmark) = (&returns[..pairs], &benchmark[..pairs]);
    let (mean_return, mean_benchmark) = (mean(returns), mean(benchmark));
    let (mut covariance, mut variance) = (0.0, 0.0);
    for (value, reference) in returns.iter().zip(benchmark) {
        covariance += (value - mean_return) * (reference - mean_benchmark);
        variance += (reference - mean_benchmark).powi(2);
    }
    if variance / pairs as f64 <= 1e-30 {
        f64::NAN
    } else {
        covariance / variance
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn twice_the_benchmark_has_a_beta_of_two() {
        assert_close(beta(&[0.3, -0.1, 0.5], &[0.1, -0.1, 0.2]), 2.0);
        assert_close(beta(&[-0.1, 0.1], &[0.1, -0.1]), -1.0);
    }

    #[test]
    fn it_needs_two_moves() {
        assert!(beta(&[0.1], &[0.1]).is_nan());
        assert!(beta(&[0.1, 0.2], &[0.1, 0.1]).is_nan());
        assert!(beta(&[0.1, 0.2], &[]).is_nan());
    }

    #[test]
    fn ruin_cuts_the_pairs_short() {
        assert_close(beta(&[0.5, -1.0], &[0.5, -0.5, 0.9]), 1.5);
    }
}
