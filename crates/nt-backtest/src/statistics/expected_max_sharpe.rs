use nt_math::normal_quantile;

/// Euler's constant γ.
const EULER: f64 = 0.577_215_664_901_532_9;

/// What the best of so many trials without skill is expected to show as its Sharpe ratio, of one
/// period: √V ((1 - γ) Φ⁻¹(1 - 1/N) + γ Φ⁻¹(1 - 1/(N e))), with V the variance of the Sharpe ratios
/// between trials.
///
/// `trials` may be a fraction, as effective numbers are. 0 of one trial; NaN below one.
///
/// Source: Bailey and López de Prado (2014), *The Deflated Sharpe Ratio*, Journal of Portfolio
/// Management 40(5), after the expected maximum of a normal sample.
#[must_use]
pub fn expected_max_sharpe(variance: f64, trials: f64) -> f64 {
    if trials.is_nan() || trials < 1.0 {
        return f64::NAN;
    }
    let upper = |share: f64| (1.0 - EULER) * quantile(share) + EULER * quantile(share / 1f64.exp());
    variance.sqrt() * upper(trials.recip()).max(0.0)
}

/// The value exceeded with this probability.
fn quantile(share: f64) -> f64 {
    -normal_quantile(share)
}

#[cfg(test)]
mod tests {
    use nt_math::Rng;

    use super::*;

    /// The example of the paper: 100 trials, variance 1/2 a year of 250 days.
    #[test]
    fn the_example_of_the_paper() {
        let expected = expected_max_sharpe(0.5 / 250.0, 100.0);
        assert!((expected - 0.1132).abs() < 5e-5, "{expected}");
    }

    #[test]
    fn one_trial_selects_nothing() {
        assert_eq!(expected_max_sharpe(0.04, 1.0), 0.0);
        assert!(
            expected_max_sharpe(0.04, 0.5).is_nan() && expected_max_sharpe(0.04, f64::NAN).is_nan()
        );
    }

    #[test]
    fn normal_samples_have_this_maximum() {
        let mut rng = Rng::new(8);
        for trials in [10_usize, 50, 500] {
            let mut best = || (0..trials).map(|_| rng.next_normal()).fold(-9.0, f64::max);
            let mean = (0..4000).map(|_| best()).sum::<f64>() / 4000.0;
            let formula = expected_max_sharpe(1.0, trials as f64);
            assert!((mean - formula).abs() < 0.05, "{trials}: {mean}, {formula}");
        }
    }
}
