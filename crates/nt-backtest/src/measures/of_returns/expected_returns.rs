/// The return of each of these periods that would compound to the same end: (∏(1 + r))^(1/n) - 1. -1
/// at ruin, NaN without one.
///
/// Source: the geometric mean; quantstats calls it the expected return.
#[must_use]
pub fn compounded_mean(returns: &[f64]) -> f64 {
    let logarithms = returns.iter().map(|value| value.max(-1.0).ln_1p());
    (logarithms.sum::<f64>() / returns.len() as f64).exp_m1()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(compounded_mean(&[0.44, 0.0]), 0.2);
        assert_eq!(compounded_mean(&[0.5, -1.0]), -1.0);
        assert_eq!(compounded_mean(&[0.5, -1.5]), -1.0);
        assert!(compounded_mean(&[]).is_nan());
    }
}
