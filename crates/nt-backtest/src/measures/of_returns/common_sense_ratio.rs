use super::{return_profit_factor, tail_ratio};

/// Common sense ratio: [`return_profit_factor`] times [`tail_ratio`]. NaN where one of them is.
///
/// Source: Voigt; quantstats.
#[must_use]
pub fn common_sense_ratio(returns: &[f64]) -> f64 {
    return_profit_factor(returns) * tail_ratio(returns)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Gains twice the losses, and the tail too.
        let even = (0..21).map(|at| f64::from(at - 10) / 100.0);
        let right: Vec<f64> = even
            .map(|value| if value > 0.0 { 2.0 * value } else { value })
            .collect();
        assert_close(common_sense_ratio(&right), 4.0);
        assert!(common_sense_ratio(&[0.1]).is_nan());
    }
}
