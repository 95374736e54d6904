use super::TradeTotals;

/// Mean return of the closed trades with a loss after fees, a fraction. NaN without one.
///
/// Source: the average losing trade of vectorbt.
#[must_use]
pub fn average_losing_trade(totals: &TradeTotals) -> f64 {
    totals.losers.returns / totals.losers.count as f64
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_close, closed, totals};
    use super::*;

    #[test]
    fn the_mean_of_two() {
        let totals = totals(&[closed(-10.0), closed(-20.0), closed(40.0), closed(0.0)]);
        assert_close(average_losing_trade(&totals), -0.15);
    }

    #[test]
    fn without_one_there_is_no_mean() {
        assert!(average_losing_trade(&totals(&[closed(40.0), closed(0.0)])).is_nan());
    }
}
