use super::{Shape, expected_max_sharpe, probabilistic_sharpe};

/// Deflated Sharpe ratio: the confidence that the true Sharpe ratio of the best of many trials is
/// above what the best of as many trials without skill shows. It is the probabilistic Sharpe ratio
/// against [`expected_max_sharpe`].
///
/// `variance` is that of the trials' Sharpe ratios, of one period. Kurtosis is raw: libraries that
/// feed in the excess overstate it. NaN where its parts are.
///
/// Source: Bailey and López de Prado (2014), *The Deflated Sharpe Ratio*.
#[must_use]
pub fn deflated_sharpe(best: &Shape, variance: f64, trials: f64) -> f64 {
    probabilistic_sharpe(best, expected_max_sharpe(variance, trials))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::fixture::shaped;

    /// The example of the paper: 2.5 a year over 1,250 days, skewness -3, kurtosis 10, the best of
    /// 100 trials whose annual Sharpe ratios have the variance 1/2.
    #[test]
    fn the_example_of_the_paper() {
        let best = shaped(1250, 2.5 / 250_f64.sqrt(), -3.0, 10.0);
        let deflated = deflated_sharpe(&best, 0.5 / 250.0, 100.0);
        assert!((deflated - 0.9004).abs() < 5e-5, "{deflated}");
    }

    #[test]
    fn excess_kurtosis_in_its_place_overstates() {
        let right = deflated_sharpe(&shaped(1250, 0.158, -3.0, 10.0), 0.002, 100.0);
        let wrong = deflated_sharpe(&shaped(1250, 0.158, -3.0, 7.0), 0.002, 100.0);
        assert!(wrong > right);
    }

    #[test]
    fn more_trials_say_less() {
        let best = shaped(1000, 0.1, 0.0, 3.0);
        let of = |trials| deflated_sharpe(&best, 0.001, trials);
        assert!(of(1.0) > of(10.0) && of(10.0) > of(1000.0));
        assert!(deflated_sharpe(&Shape::of(&[0.1, 0.1]), 0.001, 10.0).is_nan());
    }
}
