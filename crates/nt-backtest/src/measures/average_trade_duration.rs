use super::{Spans, TradeTotals};

/// Mean seconds from entry to exit of the closed trades. NaN without one.
///
/// Source: the average trade duration of backtesting.py.
#[must_use]
pub fn average_trade_duration(totals: &TradeTotals, spans: &Spans) -> f64 {
    spans.mean(totals.closed.nanos, totals.closed.count)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, lasting, totals};
    use super::*;

    #[test]
    fn winners_losers_and_the_rest_alike() {
        let totals = totals(&[lasting(1.0, 2), lasting(-1.0, 3), lasting(0.0, 4)]);
        let spans = Spans::new(&[], &arithmetic());
        assert_eq!(average_trade_duration(&totals, &spans), 3.0 * 86_400.0);
    }

    #[test]
    fn without_a_trade_there_is_no_mean() {
        assert!(average_trade_duration(&totals(&[]), &Spans::new(&[], &arithmetic())).is_nan());
    }
}
