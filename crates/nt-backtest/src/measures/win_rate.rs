use super::TradeTotals;

/// Share of the closed trades with a profit after fees, a fraction. NaN without a closed trade.
///
/// Source: the win rate of backtesting.py and vectorbt: a trade that breaks even is not won.
#[must_use]
pub fn win_rate(totals: &TradeTotals) -> f64 {
    totals.winners.count as f64 / totals.closed.count as f64
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{closed, open, totals};
    use super::*;

    #[test]
    fn one_of_four_closed_trades() {
        let trades = [
            closed(5.0),
            closed(-5.0),
            closed(-1.0),
            closed(0.0),
            open(9.0),
        ];
        assert_eq!(win_rate(&totals(&trades)), 0.25);
        assert_eq!(win_rate(&totals(&[closed(5.0)])), 1.0);
        assert!(win_rate(&totals(&[open(9.0)])).is_nan());
    }
}
