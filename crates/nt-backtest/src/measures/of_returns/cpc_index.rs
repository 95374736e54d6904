use super::{WinningPeriods, return_profit_factor};

/// CPC index: profit factor times win rate times payoff ratio, of periods. Above 1.2 is said to be
/// good. NaN without a gain and a loss.
///
/// Source: quantstats.
#[must_use]
pub fn cpc_index(returns: &[f64]) -> f64 {
    let periods = WinningPeriods::of(returns);
    return_profit_factor(returns) * periods.win_rate * periods.payoff_ratio()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        // Profit factor 4, win rate 2/3, payoff 2.
        assert_close(cpc_index(&[0.3, -0.1, 0.0, 0.1]), 16.0 / 3.0);
        assert!(cpc_index(&[0.1]).is_nan());
    }
}
