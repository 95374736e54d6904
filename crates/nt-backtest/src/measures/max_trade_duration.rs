use super::{Spans, TradeTotals};

/// Seconds from entry to exit of the longest closed trade. NaN without one.
///
/// Source: the maximum trade duration of backtesting.py.
#[must_use]
pub fn max_trade_duration(totals: &TradeTotals, spans: &Spans) -> f64 {
    spans.longest(totals.longest.into_iter())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, lasting, totals};
    use super::*;
    use crate::measures::Trade;

    #[test]
    fn the_longest_closed_one() {
        let still_open = Trade {
            open: true,
            ..lasting(1.0, 30)
        };
        let totals = totals(&[lasting(1.0, 2), lasting(-1.0, 7), still_open]);
        let spans = Spans::new(&[], &arithmetic());
        assert_eq!(max_trade_duration(&totals, &spans), 7.0 * 86_400.0);
    }

    #[test]
    fn within_one_step_it_lasts_no_time_and_without_a_trade_there_is_none() {
        let spans = Spans::new(&[], &arithmetic());
        assert_eq!(max_trade_duration(&totals(&[lasting(1.0, 0)]), &spans), 0.0);
        assert!(max_trade_duration(&totals(&[]), &spans).is_nan());
    }
}
