use super::correlation;

/// Stability: R² of the straight line through the logarithm of the equity over time, 1 where it grew
/// evenly, whichever way. NaN with fewer than two returns, without any movement, and at ruin.
///
/// Source: pyfolio's `stability_of_timeseries`.
#[must_use]
pub fn stability(returns: &[f64]) -> f64 {
    let mut sum = 0.0;
    let equity: Vec<f64> = returns
        .iter()
        .map(|value| {
            sum += value.ln_1p();
            sum
        })
        .collect();
    let time: Vec<f64> = (0..equity.len()).map(|at| at as f64).collect();
    let squared = correlation(&time, &equity).powi(2);
    if sum.is_finite() { squared } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        assert_close(stability(&[0.1; 5]), 1.0);
        // Logarithms 1, 0, 1 of a base of e: no slope.
        let up = 1_f64.exp() - 1.0;
        let down = (-1_f64).exp() - 1.0;
        assert!(stability(&[up, down, up]).abs() < 1e-12);
        assert!(stability(&[0.1]).is_nan() && stability(&[0.0, 0.0]).is_nan());
        assert!(stability(&[0.1, -1.0, 0.1]).is_nan());
    }
}
