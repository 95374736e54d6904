use super::WinningPeriods;
use crate::statistics::{ascending, quantile};

/// Outlier ratios: the 99th percentile of returns over the mean gain, and the 1st over the mean loss.
/// NaN without a gain, or a loss.
///
/// Source: quantstats.
#[must_use]
pub fn outlier_ratios(returns: &[f64]) -> [f64; 2] {
    let sorted = ascending(returns);
    let WinningPeriods {
        average_win,
        average_loss,
        ..
    } = WinningPeriods::of(returns);
    [
        quantile(&sorted, 0.99) / average_win,
        quantile(&sorted, 0.01) / average_loss,
    ]
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Percentiles 0.49 and -0.49 of steps of 0.01, means ±0.255.
        let even: Vec<f64> = (0..101).map(|at| f64::from(at - 50) / 100.0).collect();
        let [win, loss] = outlier_ratios(&even);
        assert_close(win, 0.49 / 0.255);
        assert_close(loss, 0.49 / 0.255);
        assert!(outlier_ratios(&[0.1])[1].is_nan() && outlier_ratios(&[])[0].is_nan());
    }
}
