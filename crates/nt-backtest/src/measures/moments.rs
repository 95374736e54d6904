//! Moments of a series. Sums are in the lane order of `nt_math`, so they are the same on every machine.

use nt_math::{Moments, return_moments, return_squares_about, sum_of_squares_about};

/// The mean; NaN of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> f64 {
    nt_math::sum(values) / values.len() as f64
}

/// The standard deviation with `ddof` degrees of freedom taken off; NaN with too few values.
/// What rounding alone leaves of equal values counts as zero.
#[must_use]
pub fn deviation(values: &[f64], ddof: u8) -> f64 {
    Spread::of(values, ddof).deviation
}

/// Mean and standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The mean; NaN of nothing.
    pub mean: f64,
    /// The deviation; see [`deviation()`].
    pub deviation: f64,
}

impl Spread {
    /// Of values.
    #[must_use]
    pub fn of(values: &[f64], ddof: u8) -> Self {
        Self::from(nt_math::moments(values), (values.len(), ddof), |mean| {
            sum_of_squares_about(values, mean)
        })
    }

    /// Of the returns of a curve from `base` on; the same bits as [`Spread::of`] their column.
    #[must_use]
    pub fn of_returns(values: &[f64], base: f64, ddof: u8) -> Self {
        let moments = return_moments(values, base);
        Self::from(moments, (values.len(), ddof), |mean| {
            return_squares_about(values, base, mean)
        })
    }

    /// The sum of squares less that of the mean is accurate where the mean is small beside the
    /// deviation, as it is of returns. Elsewhere the squares are summed again about the mean.
    fn from(
        Moments { sum, squares }: Moments,
        (count, ddof): (usize, u8),
        squares_about: impl FnOnce(f64) -> f64,
    ) -> Self {
        let moments = Moments { sum, squares };
        Self::of_moments(moments, (count, ddof)).unwrap_or_else(|| {
            let mean = sum / count as f64;
            Self::of_scatter(squares_about(mean), mean, count as f64 - f64::from(ddof))
        })
    }

    /// Of so many values with these moments; `None` where the mean is too large beside the deviation
    /// for the moments to tell it.
    #[must_use]
    pub fn of_moments(
        Moments { sum, squares }: Moments,
        (count, ddof): (usize, u8),
    ) -> Option<Self> {
        let freedom = count as f64 - f64::from(ddof);
        let mean = sum / count as f64;
        if freedom <= 0.0 {
            return Some(Self {
                mean,
                deviation: f64::NAN,
            });
        }
        let left = squares - sum * mean;
        (left >= 0.5 * squares).then(|| Self::of_scatter(left, mean, freedom))
    }

    fn of_scatter(scatter: f64, mean: f64, freedom: f64) -> Self {
        let deviation = (scatter / freedom).sqrt();
        let is_rounding = deviation <= 8.0 * f64::EPSILON * (1.0 + mean.abs());
        Self {
            mean,
            deviation: if is_rounding { 0.0 } else { deviation },
        }
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
    fn a_small_deviation_about_a_large_mean_is_exact() {
        let values = [1e8 + 1.0, 1e8 + 2.0, 1e8 + 3.0];
        assert_eq!(deviation(&values, 0), (2.0_f64 / 3.0).sqrt());
    }

    #[test]
    fn returns_of_a_curve_need_no_column() {
        let curve = [110.0, 99.0, 99.0, 120.0];
        let returns = [
            110.0 / 100.0 - 1.0,
            99.0 / 110.0 - 1.0,
            0.0,
            120.0 / 99.0 - 1.0,
        ];
        assert_eq!(
            Spread::of_returns(&curve, 100.0, 1),
            Spread::of(&returns, 1)
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
