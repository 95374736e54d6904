use super::defined;

/// Profit factor of periods: the sum of the gains over that of the losses, both positive. NaN without
/// a loss.
///
/// Source: Pardo, *The Evaluation and Optimization of Trading Strategies*, of periods instead of
/// trades as quantstats has it.
#[must_use]
pub fn return_profit_factor(returns: &[f64]) -> f64 {
    let gain: f64 = returns.iter().map(|value| value.max(0.0)).sum();
    let loss: f64 = returns.iter().map(|value| (-value).max(0.0)).sum();
    defined(gain, loss)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(return_profit_factor(&[0.3, -0.1, 0.2, -0.1]), 2.5);
        assert_eq!(return_profit_factor(&[-0.1]), 0.0);
        assert!(return_profit_factor(&[0.1]).is_nan() && return_profit_factor(&[]).is_nan());
    }
}
