/// The highest equity from the step `start` on, the initial cash included, in the currency of the
/// account.
///
/// Source: the equity peak of backtesting.py.
#[must_use]
pub fn peak_equity(equity: &[f64], start: usize, initial_cash: f64) -> f64 {
    equity
        .iter()
        .skip(start)
        .copied()
        .fold(initial_cash, f64::max)
}

#[cfg(test)]
mod tests {
    use super::peak_equity;

    #[test]
    fn the_cash_is_the_peak_of_a_loser() {
        assert_eq!(peak_equity(&[100.0, 130.0, 120.0], 0, 100.0), 130.0);
        assert_eq!(peak_equity(&[90.0, 80.0], 0, 100.0), 100.0);
        assert_eq!(peak_equity(&[], 0, 100.0), 100.0);
    }
}
