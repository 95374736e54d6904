use super::super::mean;

/// Turnover: what was traded a year as a multiple of the equity, half of the value of all fills over
/// the mean equity and the years. 1 replaces everything once.
///
/// NaN without equity, without time, and where the mean equity is not positive.
///
/// Source: the turnover of mutual funds, of the mean of purchases and sales (SEC Form N-1A takes the
/// lesser).
#[must_use]
pub fn turnover(traded: f64, equity: &[f64], years: f64) -> f64 {
    let held = mean(equity);
    if held > 0.0 && years > 0.0 {
        traded / 2.0 / held / years
    } else {
        f64::NAN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_count() {
        // Bought for 100 and sold for 100 of an equity of 100, in half a year.
        assert_eq!(turnover(200.0, &[90.0, 110.0], 0.5), 2.0);
        assert_eq!(turnover(0.0, &[100.0], 1.0), 0.0);
        assert!(turnover(1.0, &[], 1.0).is_nan() && turnover(1.0, &[1.0], 0.0).is_nan());
        assert!(turnover(1.0, &[-1.0], 1.0).is_nan());
    }
}
