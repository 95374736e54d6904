use super::defined;
use crate::statistics::{ascending, quantile};

/// Tail ratio: the 95th percentile of returns over the size of the 5th. Above 1 the good days are
/// larger than the bad ones. NaN without a return, and where the 5th percentile is 0.
///
/// Source: pyfolio and quantstats.
#[must_use]
pub fn tail_ratio(returns: &[f64]) -> f64 {
    let sorted = ascending(returns);
    defined(quantile(&sorted, 0.95), quantile(&sorted, 0.05).abs())
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Percentiles 0.09 and -0.09 of even steps; twice as long on the right.
        let even: Vec<f64> = (0..21).map(|at| f64::from(at - 10) / 100.0).collect();
        assert_close(tail_ratio(&even), 1.0);
        let right: Vec<f64> = even
            .iter()
            .map(|value| if *value > 0.0 { 2.0 * value } else { *value })
            .collect();
        assert_close(tail_ratio(&right), 2.0);
        assert!(tail_ratio(&[]).is_nan() && tail_ratio(&[0.0, 0.0]).is_nan());
    }
}
