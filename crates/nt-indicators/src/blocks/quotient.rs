use crate::state::state;

/// A quotient, 0 where the denominator is.
#[inline]
pub(crate) fn ratio(numerator: f64, denominator: f64) -> f64 {
    if denominator == 0.0 {
        0.0
    } else {
        numerator / denominator
    }
}

/// The change from `before` to `now` over `before`, 0 where that is 0; NaN where one is.
#[inline]
pub(crate) fn relative_change(now: f64, before: f64) -> f64 {
    ratio(now - before, before)
}

/// The logarithm of `now / before`, to its last digits where they are close; 0 where the quotient is
/// not positive and finite, NaN where one is NaN.
#[inline]
pub(crate) fn log_ratio(now: f64, before: f64) -> f64 {
    let log = ((now - before) / before).ln_1p();
    if now.is_nan() || before.is_nan() || log.is_finite() {
        log
    } else {
        0.0
    }
}

/// Simple returns of a price from bar to bar.
#[derive(Clone, Debug)]
pub(crate) struct Returns {
    previous: f64,
}

state!(Returns { previous });

impl Returns {
    pub(crate) const fn new() -> Self {
        Self { previous: f64::NAN }
    }

    /// NaN on the first bar.
    #[inline]
    pub(crate) fn update(&mut self, price: f64) -> f64 {
        relative_change(price, std::mem::replace(&mut self.previous, price))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_of_close_prices_keep_their_digits() {
        assert!((log_ratio(1e8 + 1.0, 1e8) - 0.999_999_995e-8).abs() < 1e-23);
        assert!((log_ratio(2.0, 1.0) - 2.0_f64.ln()).abs() < 1e-16);
    }

    #[test]
    fn what_has_no_quotient_or_logarithm_is_zero() {
        assert_eq!([ratio(1.0, 0.0), relative_change(3.0, 0.0)], [0.0; 2]);
        assert_eq!([log_ratio(1.0, 0.0), log_ratio(-1.0, 1.0)], [0.0; 2]);
        assert!(log_ratio(1.0, f64::NAN).is_nan() && Returns::new().update(1.0).is_nan());
    }
}
