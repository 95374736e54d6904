use super::TradeTotals;

/// Highest return of a closed trade: profit after fees over the gross value of the entry, a
/// fraction. NaN without a closed trade.
///
/// Source: the best trade of backtesting.py and vectorbt.
#[must_use]
pub const fn best_trade(totals: &TradeTotals) -> f64 {
    totals.best
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{closed, open, totals};
    use super::*;

    #[test]
    fn the_open_trade_is_not_it() {
        assert_eq!(
            best_trade(&totals(&[closed(-20.0), closed(10.0), open(50.0)])),
            0.1
        );
        assert_eq!(best_trade(&totals(&[closed(-20.0)])), -0.2);
        assert!(best_trade(&totals(&[])).is_nan());
    }
}
