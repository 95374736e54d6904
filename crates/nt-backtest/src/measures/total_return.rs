/// Final equity over initial cash, less one: a fraction, not annualised.
///
/// Below -1 when the account ended in debt. NaN when the initial cash is zero.
///
/// Source: the holding-period return, Bacon, *Practical Portfolio Performance Measurement and
/// Attribution*, chapter 2.
#[must_use]
pub fn total_return(final_equity: f64, initial_cash: f64) -> f64 {
    if initial_cash == 0.0 {
        f64::NAN
    } else {
        (final_equity - initial_cash) / initial_cash
    }
}

#[cfg(test)]
mod tests {
    use super::total_return;

    #[test]
    fn ten_on_a_hundred_is_a_tenth() {
        assert_eq!(total_return(110.0, 100.0), 0.1);
        assert_eq!(total_return(0.0, 100.0), -1.0);
        assert_eq!(total_return(-50.0, 100.0), -1.5);
        assert!(total_return(1.0, 0.0).is_nan());
    }
}
