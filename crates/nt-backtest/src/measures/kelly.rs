use super::TradeTotals;

/// Kelly criterion: W - (1 - W)/(average win / average loss) of the profits of closed trades, W
/// being the win rate. The share of capital to put at risk, negative when the odds are against it.
///
/// NaN without both a winner and a loser.
///
/// Source: Kelly (1956), *A New Interpretation of Information Rate*, in the form of two outcomes
/// that backtesting.py uses.
#[must_use]
pub fn kelly(totals: &TradeTotals) -> f64 {
    let (winners, losers) = (totals.winners, totals.losers);
    if winners.count == 0 || losers.count == 0 {
        return f64::NAN;
    }
    let win_rate = winners.count as f64 / totals.closed.count as f64;
    let average_win = winners.pnl / winners.count as f64;
    let average_loss = -losers.pnl / losers.count as f64;
    win_rate - (1.0 - win_rate) / (average_win / average_loss)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_close, closed, totals};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Half win 20, half lose 10: 0.5 - 0.5/2.
        assert_close(kelly(&totals(&[closed(20.0), closed(-10.0)])), 0.25);
        // A third wins 10, two thirds lose 10: 1/3 - 2/3.
        assert_close(
            kelly(&totals(&[closed(10.0), closed(-10.0), closed(-10.0)])),
            -1.0 / 3.0,
        );
    }

    #[test]
    fn it_needs_a_winner_and_a_loser() {
        assert!(kelly(&totals(&[closed(20.0)])).is_nan());
        assert!(kelly(&totals(&[closed(-20.0)])).is_nan());
        assert!(kelly(&totals(&[])).is_nan());
    }
}
