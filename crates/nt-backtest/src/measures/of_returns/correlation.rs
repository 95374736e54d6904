use super::super::{deviation, mean};
use super::defined;

/// Pearson's correlation of two series, paired from the start. NaN with fewer than two pairs, and
/// where one does not vary.
///
/// Source: Pearson (1895).
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let pairs = x.len().min(y.len());
    let (x, y) = (&x[..pairs], &y[..pairs]);
    let (deviation_x, deviation_y) = (deviation(x, 0), deviation(y, 0));
    let (mean_x, mean_y) = (mean(x), mean(y));
    let products = x.iter().zip(y).map(|(x, y)| (x - mean_x) * (y - mean_y));
    let covariance = products.sum::<f64>() / pairs as f64;
    defined(covariance, deviation_x * deviation_y)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(correlation(&[1.0, 2.0, 3.0], &[6.0, 4.0, 2.0]), -1.0);
        // Differences -1, 0, 1 and -1, 1, 0: 1 over √2 √2.
        assert_close(correlation(&[1.0, 2.0, 3.0, 9.0], &[1.0, 3.0, 2.0]), 0.5);
        assert!(correlation(&[1.0], &[1.0]).is_nan());
        assert!(correlation(&[1.0, 1.0], &[1.0, 2.0]).is_nan());
    }
}
