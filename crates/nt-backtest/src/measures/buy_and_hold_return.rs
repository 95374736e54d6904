/// Return of the benchmark from the close of the step `start` to the last close: a
/// fraction, not annualised, without costs.
///
/// NaN without a benchmark or where either close is missing.
///
/// Source: the buy and hold return of backtesting.py.
#[must_use]
pub fn buy_and_hold_return(close: &[f64], start: usize) -> f64 {
    match (close.get(start), close.last()) {
        (Some(first), Some(last)) => (last - first) / first,
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::buy_and_hold_return;

    #[test]
    fn it_starts_where_the_strategy_can() {
        assert_eq!(buy_and_hold_return(&[10.0, 20.0, 25.0], 1), 0.25);
        assert_eq!(buy_and_hold_return(&[10.0], 0), 0.0);
        assert!(buy_and_hold_return(&[], 0).is_nan());
    }
}
