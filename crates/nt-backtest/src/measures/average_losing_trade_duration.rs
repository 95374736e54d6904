use super::{Spans, TradeTotals};

/// Mean seconds from entry to exit of the closed trades with a loss after fees. NaN without one.
///
/// Source: the average losing trade duration of vectorbt.
#[must_use]
pub fn average_losing_trade_duration(totals: &TradeTotals, spans: &Spans) -> f64 {
    spans.mean(totals.losers.nanos, totals.losers.count)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, lasting, totals};
    use super::*;

    #[test]
    fn one_day_and_two_make_one_and_a_half() {
        let totals = totals(&[lasting(-1.0, 1), lasting(-1.0, 2), lasting(1.0, 30)]);
        let spans = Spans::new(&[], &arithmetic());
        assert_eq!(
            average_losing_trade_duration(&totals, &spans),
            1.5 * 86_400.0
        );
    }

    #[test]
    fn without_one_there_is_no_mean() {
        let spans = Spans::new(&[], &arithmetic());
        assert!(average_losing_trade_duration(&totals(&[lasting(1.0, 3)]), &spans).is_nan());
    }
}
