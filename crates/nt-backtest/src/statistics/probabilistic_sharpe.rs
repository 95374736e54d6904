use nt_math::normal_cdf;

use super::Shape;

/// Probabilistic Sharpe ratio: the confidence that the true Sharpe ratio exceeds a benchmark, from
/// the observed one, the number of returns, their skewness and raw kurtosis:
/// Φ((SR - SR*) √(T - 1) / √(1 - γ₃ SR + (γ₄ - 1)/4 SR²)).
///
/// `benchmark` is a Sharpe ratio of one period, as are all in this module: an annual one is divided
/// by the root of the periods in a year first. NaN with fewer than two returns, without deviation,
/// and where skewness and kurtosis leave no variance.
///
/// Source: Bailey and López de Prado (2012), *The Sharpe Ratio Efficient Frontier*, Journal of Risk
/// 15(2).
#[must_use]
pub fn probabilistic_sharpe(shape: &Shape, benchmark: f64) -> f64 {
    let factor = shape.sharpe_variance_factor();
    if shape.count < 2 || factor <= 0.0 {
        return f64::NAN;
    }
    let root = (shape.count as f64 - 1.0).sqrt();
    normal_cdf((shape.sharpe() - benchmark) * root / factor.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::fixture::shaped;

    /// The hedge fund of the paper: 24 months, 0.458 a month.
    #[test]
    fn the_example_of_the_paper() {
        let skewed = probabilistic_sharpe(&shaped(24, 0.458, -2.448, 10.164), 0.0);
        assert!((skewed - 0.913).abs() < 5e-4, "{skewed}");
        let normal = probabilistic_sharpe(&shaped(24, 0.458, 0.0, 3.0), 0.0);
        assert!((normal - 0.982).abs() < 5e-4, "{normal}");
    }

    #[test]
    fn at_the_benchmark_it_is_a_half() {
        assert_eq!(probabilistic_sharpe(&shaped(100, 0.1, -1.0, 8.0), 0.1), 0.5);
    }

    #[test]
    fn without_deviation_there_is_none() {
        assert!(probabilistic_sharpe(&Shape::of(&[0.1, 0.1]), 0.0).is_nan());
        assert!(probabilistic_sharpe(&Shape::of(&[0.1]), 0.0).is_nan());
        assert!(probabilistic_sharpe(&Shape::of(&[]), 0.0).is_nan());
        assert!(probabilistic_sharpe(&shaped(100, 0.5, 3.0, 1.0), 0.0).is_nan());
    }
}
