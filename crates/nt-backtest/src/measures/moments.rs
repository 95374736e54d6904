//! Moments of a series, in two passes.

/// The mean; NaN of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The standard deviation with `ddof` degrees of freedom taken off; NaN with too few values.
/// What rounding alone leaves of equal values counts as zero.
#[must_use]
pub fn deviation(values: &[f64], ddof: u8) -> f64 {
    let freedom = values.len() as f64 - f64::from(ddof);
    if freedom <= 0.0 {
        return f64::NAN;
    }
    let mean = mean(values);
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let deviation = (squares / freedom).sqrt();
    if deviation <= 8.0 * f64::EPSILON * (1.0 + mean.abs()) {
        0.0
    } else {
        deviation
    }
}

/// The root of the mean squared shortfall below a target; NaN of nothing.
#[must_use]
pub fn downside_deviation(values: &[f64], target: f64) -> f64 {
    let squares: f64 = values
        .iter()
        .map(|value| (value - target).min(0.0).powi(2))
        .sum();
    (squares / values.len() as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deviation_of_one_to_five() {
        // Squared differences from 3 add up to 10.
        let values = [1.0, 2.0, 3.0, 4.0, 5.0];
        assert_eq!(deviation(&values, 0), 2.0_f64.sqrt());
        assert_eq!(deviation(&values, 1), 2.5_f64.sqrt());
    }

    #[test]
    fn equal_values_deviate_by_nothing() {
        assert_eq!(deviation(&[0.1; 7], 1), 0.0);
        assert_eq!(
            deviation(&[110.0 / 100.0 - 1.0, 121.0 / 110.0 - 1.0], 1),
            0.0
        );
    }

    #[test]
    fn too_few_values_are_nan() {
        assert!(deviation(&[1.0], 1).is_nan() && deviation(&[], 0).is_nan() && mean(&[]).is_nan());
    }

    #[test]
    fn only_the_downside_counts() {
        // Squares 0, 9 and 0 of three values: the root of 3; from 1 they are 0, 16 and 1.
        assert_eq!(downside_deviation(&[4.0, -3.0, 0.0], 0.0), 3.0_f64.sqrt());
        assert_eq!(
            downside_deviation(&[4.0, -3.0, 0.0], 1.0),
            (17.0 / 3.0_f64).sqrt()
        );
    }
}
