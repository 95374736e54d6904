use super::super::max_drawdown_from_start;
use super::defined;

/// Recovery factor: the total return over the size of the deepest fall. NaN without a fall.
///
/// Source: quantstats, which adds the returns up where they should be compounded.
#[must_use]
pub fn recovery_factor(returns: &[f64]) -> f64 {
    let total = returns
        .iter()
        .fold(1.0, |value, change| value * (1.0 + change))
        - 1.0;
    defined(total, max_drawdown_from_start(returns).abs())
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(recovery_factor(&[-0.2, 0.375]), 0.5);
        assert_close(recovery_factor(&[0.5, -1.0]), -1.0);
        assert!(recovery_factor(&[0.1]).is_nan());
    }
}
