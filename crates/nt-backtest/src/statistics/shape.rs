use crate::measures::{deviation, mean};

/// Moments of a series of returns, of a period and not annualised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// How many returns there are.
    pub count: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation, one degree of freedom taken off.
    pub deviation: f64,
    /// Third standardised moment; 0 of a normal.
    pub skewness: f64,
    /// Fourth standardised moment, **raw**: 3 of a normal. Formulas for the Sharpe ratio want this
    /// one and not its excess over 3.
    pub kurtosis: f64,
}

impl Shape {
    /// The moments of these returns. Skewness and kurtosis are m₃/m₂^1.5 and m₄/m₂² of central
    /// moments divided by the count. NaN without deviation, and where a return is NaN.
    ///
    /// Source: Pearson; Bailey and López de Prado (2014) use the same estimators.
    #[must_use]
    pub fn of(returns: &[f64]) -> Self {
        let (count, mean) = (returns.len(), mean(returns));
        let deviation = deviation(returns, 1);
        let [mut m2, mut m3, mut m4] = [0.0; 3];
        for value in returns {
            let away = value - mean;
            let square = away * away;
            m2 += square;
            m3 += square * away;
            m4 += square * square;
        }
        let n = count as f64;
        let varies = deviation > 0.0;
        let ratio = |value: f64| if varies { value } else { f64::NAN };
        Self {
            count,
            mean,
            deviation,
            skewness: ratio((m3 / n) / (m2 / n).powf(1.5)),
            kurtosis: ratio((m4 / n) / (m2 / n).powi(2)),
        }
    }

    /// Mean over deviation, of a period. NaN without deviation.
    #[must_use]
    pub fn sharpe(&self) -> f64 {
        if self.deviation > 0.0 {
            self.mean / self.deviation
        } else {
            f64::NAN
        }
    }

    /// What the variance of the Sharpe ratio is multiplied by because returns are not normal:
    /// 1 - γ₃ SR + (γ₄ - 1)/4 SR². Lo's 1 + SR²/2 of a normal.
    ///
    /// Source: Mertens (2002), *Comments on variance of the IID estimator in Lo (2002)*.
    #[must_use]
    pub fn sharpe_variance_factor(&self) -> f64 {
        let sharpe = self.sharpe();
        1.0 - self.skewness * sharpe + (self.kurtosis - 1.0) / 4.0 * sharpe * sharpe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_count() {
        // Mean 1; differences -1, -1, 2: m2 = 2, m3 = 2, m4 = 6.
        let shape = Shape::of(&[0.0, 0.0, 3.0]);
        assert_eq!((shape.mean, shape.deviation), (1.0, 3.0_f64.sqrt()));
        assert!((shape.skewness - 2.0 / 2.0_f64.powf(1.5)).abs() < 1e-15);
        assert!((shape.kurtosis - 1.5).abs() < 1e-15);
        assert!((shape.sharpe() - 1.0 / 3.0_f64.sqrt()).abs() < 1e-15);
    }

    #[test]
    fn nothing_and_no_deviation_and_nan() {
        assert!(Shape::of(&[]).sharpe().is_nan() && Shape::of(&[0.1]).sharpe().is_nan());
        let flat = Shape::of(&[0.1; 5]);
        assert!(flat.sharpe().is_nan() && flat.kurtosis.is_nan() && flat.deviation == 0.0);
        assert!(Shape::of(&[0.1, f64::NAN, 0.2]).sharpe().is_nan());
    }
}
