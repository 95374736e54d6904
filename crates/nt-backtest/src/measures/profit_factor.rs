use super::{Conventions, Profile, TradeStatistics, TradeTotals};

/// Gains of the winners over losses of the losers, both positive: of profits in money, or of
/// returns under the statistics of returns. A pure number.
///
/// NaN without a loser (vectorbt: infinite with a winner).
///
/// Source: Pardo, *The Evaluation and Optimization of Trading Strategies*; backtesting.py for the
/// variant of returns.
#[must_use]
pub fn profit_factor(totals: &TradeTotals, conventions: &Conventions) -> f64 {
    let (gains, losses) = match conventions.trade_statistics {
        TradeStatistics::Pnl => (totals.winners.pnl, -totals.losers.pnl),
        TradeStatistics::Return => (totals.winners.returns, -totals.losers.returns),
    };
    match conventions.profile {
        Profile::Vectorbt if losses == 0.0 && gains > 0.0 => f64::INFINITY,
        _ if losses == 0.0 => f64::NAN,
        _ => gains / losses,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, closed, geometric, totals, vectorbt};
    use super::*;
    use crate::measures::Trade;

    #[test]
    fn of_profits_and_of_returns() {
        // The loss of 20 was a return of -0.1 on 200; the gain of 30 one of 0.3 on 100.
        let loss = Trade {
            entry_price: 200.0,
            returns: -0.1,
            ..closed(-20.0)
        };
        let totals = totals(&[closed(30.0), loss]);
        assert_close(profit_factor(&totals, &arithmetic()), 1.5);
        assert_close(profit_factor(&totals, &geometric()), 3.0);
    }

    #[test]
    fn one_trade_and_none() {
        assert_eq!(profit_factor(&totals(&[closed(-5.0)]), &arithmetic()), 0.0);
        assert!(profit_factor(&totals(&[closed(5.0)]), &arithmetic()).is_nan());
        assert_eq!(
            profit_factor(&totals(&[closed(5.0)]), &vectorbt()),
            f64::INFINITY
        );
        assert!(profit_factor(&totals(&[]), &vectorbt()).is_nan());
    }
}
