/// Standard error of the Sharpe ratio of one period of dependent returns that need not be normal: the
/// root of S/n, where S is the long-run variance of
/// ψ = (r - μ)/σ - SR/2 (((r - μ)/σ)² - 1), estimated from the sums of ψ over all blocks of this
/// length, around the end too.
///
/// `risk_free` is the return of one period. NaN without deviation.
///
/// Source: Ledoit and Wolf (2008), *Robust Performance Hypothesis Testing with the Sharpe Ratio*,
/// Journal of Empirical Finance 15, with the estimate of the circular block bootstrap in the place of
/// their kernel.
#[must_use]
pub fn sharpe_error(returns: &[f64], risk_free: f64, block_length: usize) -> f64 {
    let Some(influences) = influences(returns, risk_free) else {
        return f64::NAN;
    };
    let (n, length) = (returns.len(), block_length.clamp(1, returns.len()));
    let mut sum: f64 = influences[..length].iter().sum();
    let mut squares = 0.0;
    for first in 0..n {
        squares += sum * sum;
        sum += influences[(first + length) % n] - influences[first];
    }
    (squares / length as f64).sqrt() / n as f64
}

/// The same of a resample made of blocks of this length: from the sums over the blocks it was drawn
/// in.
#[must_use]
pub fn sharpe_error_of_blocks(returns: &[f64], risk_free: f64, block_length: usize) -> f64 {
    let Some(influences) = influences(returns, risk_free) else {
        return f64::NAN;
    };
    let blocks = influences.chunks(block_length.max(1));
    let squares: f64 = blocks.map(|block| block.iter().sum::<f64>().powi(2)).sum();
    squares.sqrt() / returns.len() as f64
}

/// ψ of each return; none without deviation.
fn influences(returns: &[f64], risk_free: f64) -> Option<Vec<f64>> {
    let n = returns.len() as f64;
    let mean = returns.iter().sum::<f64>() / n;
    let variance = returns
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / n;
    let deviation = variance.sqrt();
    if deviation.is_nan() || deviation <= f64::EPSILON * (1.0 + mean.abs()) {
        return None;
    }
    let sharpe = (mean - risk_free) / deviation;
    let influence = |value: &f64| {
        let z = (value - mean) / deviation;
        z - sharpe / 2.0 * (z * z - 1.0)
    };
    Some(returns.iter().map(influence).collect())
}

#[cfg(test)]
mod tests {
    use nt_math::Rng;

    use super::*;

    /// z = ±1, so ψ = ±1 whatever the Sharpe ratio: the variance is 1.
    #[test]
    fn a_hand_count() {
        let returns = [0.3, 0.1, 0.3, 0.1];
        assert!((sharpe_error(&returns, 0.0, 1) - 0.5).abs() < 1e-12);
        assert!((sharpe_error_of_blocks(&returns, 0.0, 1) - 0.5).abs() < 1e-12);
        // Every two in a row cancel.
        assert!(sharpe_error(&returns, 0.0, 2).abs() < 1e-9);
        assert!(sharpe_error(&[0.1, 0.1], 0.0, 1).is_nan() && sharpe_error(&[], 0.0, 1).is_nan());
    }

    /// Of normal returns it is √((1 + SR²/2)/n).
    #[test]
    fn of_normal_returns_it_is_that_of_lo() {
        let mut rng = Rng::new(21);
        let returns: Vec<f64> = (0..40_000).map(|_| 0.5 + rng.next_normal()).collect();
        let expected = (1.125 / 40_000_f64).sqrt();
        let error = sharpe_error(&returns, 0.0, 1);
        assert!((error / expected - 1.0).abs() < 0.02, "{error}, {expected}");
    }
}
