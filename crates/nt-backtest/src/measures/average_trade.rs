use super::{Conventions, Profile, TradeTotals};

/// Mean return of the closed trades, a fraction. NaN without a closed trade.
///
/// backtesting.py takes the geometric mean, and 0 where a trade lost its whole entry value.
///
/// Source: the average trade of backtesting.py; the arithmetic mean elsewhere.
#[must_use]
pub fn average_trade(totals: &TradeTotals, conventions: &Conventions) -> f64 {
    let count = totals.closed.count as f64;
    match conventions.profile {
        Profile::BacktestingPy if totals.worst <= -1.0 => 0.0,
        Profile::BacktestingPy => (totals.log_growth / count).exp_m1(),
        _ => totals.closed.returns / count,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, closed, geometric, totals};
    use super::*;

    #[test]
    fn arithmetic_and_geometric() {
        // Returns 0.44 and 0: half of it, or the root of 1.44.
        let totals = totals(&[closed(44.0), closed(0.0)]);
        assert_close(average_trade(&totals, &arithmetic()), 0.22);
        assert_close(average_trade(&totals, &geometric()), 0.2);
    }

    #[test]
    fn a_total_loss_and_no_trade() {
        let lost = totals(&[closed(-100.0), closed(50.0)]);
        assert_close(average_trade(&lost, &arithmetic()), -0.25);
        assert_eq!(average_trade(&lost, &geometric()), 0.0);
        assert!(average_trade(&totals(&[]), &geometric()).is_nan());
        assert!(average_trade(&totals(&[]), &arithmetic()).is_nan());
    }
}
