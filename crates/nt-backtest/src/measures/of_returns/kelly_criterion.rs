use super::WinningPeriods;

/// Kelly criterion of periods: W - (1 - W)/payoff, the share of capital to put at risk on each. NaN
/// without a gain and a loss.
///
/// Source: Kelly (1956), *A New Interpretation of Information Rate*, of two outcomes.
#[must_use]
pub fn kelly_criterion(returns: &[f64]) -> f64 {
    let periods = WinningPeriods::of(returns);
    periods.win_rate - (1.0 - periods.win_rate) / periods.payoff_ratio()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Two of three win 0.2, one loses 0.1: 2/3 - 1/3/2.
        assert_close(kelly_criterion(&[0.3, -0.1, 0.0, 0.1]), 0.5);
        assert!(kelly_criterion(&[-0.1]).is_nan());
    }
}
