use super::{Conventions, TradeStatistics, TradeTotals};

/// What a closed trade earned on average: win rate × average win - loss rate × average loss, which
/// is the mean. In money, or a fraction under the statistics of returns. NaN without a closed
/// trade.
///
/// Source: Tharp, *Trade Your Way to Financial Freedom*; backtesting.py for the variant of returns.
#[must_use]
pub fn expectancy(totals: &TradeTotals, conventions: &Conventions) -> f64 {
    let sum = match conventions.trade_statistics {
        TradeStatistics::Pnl => totals.closed.pnl,
        TradeStatistics::Return => totals.closed.returns,
    };
    sum / totals.closed.count as f64
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, closed, geometric, totals};
    use super::*;

    #[test]
    fn a_hand_count() {
        // Half won 30, a quarter lost 10, a quarter broke even: 15 - 2.5.
        let totals = totals(&[closed(20.0), closed(40.0), closed(-10.0), closed(0.0)]);
        assert_close(expectancy(&totals, &arithmetic()), 12.5);
        assert_close(expectancy(&totals, &geometric()), 0.125);
    }

    #[test]
    fn no_trade_earns_nan() {
        assert!(expectancy(&totals(&[]), &arithmetic()).is_nan());
    }
}
