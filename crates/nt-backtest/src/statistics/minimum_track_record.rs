use nt_math::normal_quantile;

use super::Shape;

/// Minimum track record length: how many returns a Sharpe ratio of this size must last for before
/// it exceeds the benchmark (of one period) with this confidence:
/// 1 + (1 - γ₃ SR + (γ₄ - 1)/4 SR²) (Φ⁻¹(confidence) / (SR - SR*))².
///
/// Infinite at or below the benchmark: no length is enough. NaN where the Sharpe ratio is, or its
/// variance leaves nothing.
///
/// Source: Bailey and López de Prado (2012), *The Sharpe Ratio Efficient Frontier*.
#[must_use]
pub fn minimum_track_record(shape: &Shape, benchmark: f64, confidence: f64) -> f64 {
    let (beyond, factor) = (shape.sharpe() - benchmark, shape.sharpe_variance_factor());
    if beyond.is_nan() || factor <= 0.0 {
        return f64::NAN;
    }
    if beyond <= 0.0 {
        return f64::INFINITY;
    }
    1.0 + factor * (normal_quantile(confidence) / beyond).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::fixture::shaped;
    use crate::statistics::probabilistic_sharpe;

    #[test]
    fn is_the_length_at_which_the_probability_is_the_confidence() {
        // 1 + (1.64485.../0.1)² (1 + 0.1²/2) = 272.9.
        let needed = minimum_track_record(&shaped(50, 0.1, 0.0, 3.0), 0.0, 0.95);
        let expected = 1.0 + 1.644_853_626_951_472_2_f64.powi(2) / 0.01 * 1.005;
        assert!((needed - expected).abs() < 1e-9, "{needed}");
        let enough = probabilistic_sharpe(&shaped(needed.ceil() as usize, 0.1, 0.0, 3.0), 0.0);
        let short = probabilistic_sharpe(&shaped(needed as usize, 0.1, 0.0, 3.0), 0.0);
        assert!(short < 0.95 && enough >= 0.95);
    }

    #[test]
    fn no_length_is_enough_below_the_benchmark() {
        assert_eq!(
            minimum_track_record(&shaped(50, 0.1, 0.0, 3.0), 0.1, 0.95),
            f64::INFINITY
        );
        assert!(minimum_track_record(&Shape::of(&[0.1, 0.1]), 0.0, 0.95).is_nan());
    }
}
