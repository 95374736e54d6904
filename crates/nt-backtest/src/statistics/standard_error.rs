use super::block_length::{autocovariances, flat_top, window};

/// Standard error of the mean of dependent values that add up to 0: the root of their long-run
/// variance over the count, Σ λ(k/M) R(k), with the flat-top window and the automatic width of
/// [`super::automatic_block_length`]. Where the estimate comes out below half of that of blocks, which
/// cannot be negative, that is taken.
///
/// NaN with fewer than two values.
///
/// Source: Politis (2003), *Adaptive bandwidth choice*, Journal of Nonparametric Statistics 15.
#[must_use]
pub fn standard_error(influences: &[f64], block_length: usize) -> f64 {
    let n = influences.len();
    if n < 2 {
        return f64::NAN;
    }
    let blocks = standard_error_of_all_blocks(influences, block_length);
    let run = 5;
    let last = ((n as f64).sqrt().ceil() as usize + run).min(n - 1);
    let covariances = autocovariances(influences, last);
    let width = window(&covariances, n, run);
    let weigh = |lag: usize| 2.0 * flat_top(lag as f64 / width as f64) * covariances[lag];
    let variance = covariances[0] + (1..=width).map(weigh).sum::<f64>();
    let error = (variance.max(0.0) / n as f64).sqrt();
    if error < 0.5 * blocks { blocks } else { error }
}

/// The same from the sums over all blocks of this length, around the end too: what resamples in such
/// blocks have on average.
#[must_use]
pub fn standard_error_of_all_blocks(influences: &[f64], block_length: usize) -> f64 {
    let n = influences.len();
    let length = block_length.clamp(1, n);
    let mut sum: f64 = influences[..length].iter().sum();
    let mut squares = 0.0;
    for first in 0..n {
        squares += sum * sum;
        sum += influences[(first + length) % n] - influences[first];
    }
    (squares / length as f64).sqrt() / n as f64
}

/// The same of a resample, from the sums over the blocks of this length that it was drawn in.
#[must_use]
pub fn standard_error_of_drawn_blocks(influences: &[f64], block_length: usize) -> f64 {
    let blocks = influences.chunks(block_length.max(1));
    let squares: f64 = blocks.map(|block| block.iter().sum::<f64>().powi(2)).sum();
    squares.sqrt() / influences.len() as f64
}

#[cfg(test)]
mod tests {
    use nt_math::Rng;

    use super::*;

    #[test]
    fn a_hand_count() {
        let values = [1.0, -1.0, 1.0, -1.0];
        assert_eq!(standard_error_of_all_blocks(&values, 1), 0.5);
        assert_eq!(standard_error_of_drawn_blocks(&values, 1), 0.5);
        // Every two in a row cancel.
        assert_eq!(standard_error_of_all_blocks(&values, 2), 0.0);
        assert_eq!(standard_error_of_drawn_blocks(&values, 2), 0.0);
        assert!(standard_error(&[0.0], 1).is_nan());
    }

    /// An autoregression of 0.3 has 1/(1 - 0.3)² times the variance of its shocks.
    #[test]
    fn of_an_autoregression() {
        let mut rng = Rng::new(41);
        let mut value = 0.0;
        let mut step = || {
            value = 0.3 * value + rng.next_normal();
            value
        };
        let mut values: Vec<f64> = (0..50_000).map(|_| step()).collect();
        let mean = values.iter().sum::<f64>() / 50_000.0;
        for value in &mut values {
            *value -= mean;
        }
        let expected = 1.0 / 0.7 / 50_000_f64.sqrt();
        let error = standard_error(&values, 5);
        assert!((error / expected - 1.0).abs() < 0.03, "{error}, {expected}");
        // Blocks of 5 miss 2/5 Σ k 0.3^k of 13/7.
        let blocks = standard_error_of_all_blocks(&values, 5);
        assert!(blocks < error, "{blocks}, {error}");
    }
}
