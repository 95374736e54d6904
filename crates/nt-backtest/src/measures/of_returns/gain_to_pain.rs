use super::defined;

/// Gain to pain ratio: the sum of all returns over the size of the sum of the negative ones. Schwager
/// takes months. NaN without a loss.
///
/// Source: Schwager, *Hedge Fund Market Wizards*, appendix A.
#[must_use]
pub fn gain_to_pain(returns: &[f64]) -> f64 {
    let pain: f64 = returns.iter().map(|value| (-value).max(0.0)).sum();
    defined(returns.iter().sum(), pain)
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(gain_to_pain(&[0.3, -0.1, 0.2, -0.1]), 1.5);
        assert_close(gain_to_pain(&[-0.2]), -1.0);
        assert!(gain_to_pain(&[0.3]).is_nan() && gain_to_pain(&[]).is_nan());
    }
}
