use super::{Shape, expected_max_sharpe, minimum_track_record, probabilistic_sharpe};

/// What the gate reads: the best of several trials, and the Sharpe ratios of all of them.
#[derive(Clone, Copy, Debug)]
pub struct GateInput<'a> {
    /// Returns of the best trial, a period each.
    pub returns: &'a [f64],
    /// Sharpe ratios of all trials, the best included, of one period. NaN where a trial never took
    /// a risk.
    pub trial_sharpes: &'a [f64],
    /// How many trials to count instead of those with a Sharpe ratio: more where earlier sweeps were
    /// tried too, fewer where [`super::effective_trials`] says so.
    pub trials: Option<f64>,
    /// Sharpe ratio of one period that no skill has already, 0 unless the market itself pays.
    pub benchmark: f64,
    /// Confidence that must be reached, for example 0.95.
    pub confidence: f64,
}

/// What became of the best of several trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// Whether the deflated Sharpe ratio reaches the confidence.
    pub passed: bool,
    /// Confidence that the best has skill, after what selection alone brings.
    pub deflated_sharpe: f64,
    /// The same as if it had been the only trial.
    pub probabilistic_sharpe: f64,
    /// Its Sharpe ratio, of one period.
    pub sharpe: f64,
    /// What the best of as many trials without skill is expected to show.
    pub expected_max_sharpe: f64,
    /// Trials counted.
    pub trials: f64,
    /// Variance of Sharpe ratios between trials that was used.
    pub variance: f64,
    /// Returns needed before this Sharpe ratio would pass; infinite where none are enough.
    pub minimum_track_record: f64,
}

/// Decides whether the best of a sweep is more than the best of so many tries: the deflated Sharpe
/// ratio must reach the confidence.
///
/// The variance between trials is that of their Sharpe ratios, but not above what chance gives a
/// Sharpe ratio of none, 1/(T - 1). Trials that differ by more than that differ by skill, and skill
/// must not raise the bar that it is held to. Trials that resemble each other differ by less, and
/// what they have in common is left to the probabilistic part; so the full number of trials stands
/// beside the variance observed, and correlation is not taken off twice.
///
/// NaN, and not passed, where the best has no Sharpe ratio.
///
/// Source: Bailey and López de Prado (2014), *The Deflated Sharpe Ratio*, with the bound above.
#[must_use]
pub fn deflated_sharpe_gate(input: &GateInput) -> Gate {
    let best = Shape::of(input.returns);
    let finite: Vec<f64> = input
        .trial_sharpes
        .iter()
        .copied()
        .filter(|sharpe| sharpe.is_finite())
        .collect();
    let trials = input.trials.unwrap_or(finite.len() as f64);
    let variance = variance_between(&finite, best.count);
    let expected = input.benchmark + expected_max_sharpe(variance, trials);
    let deflated = probabilistic_sharpe(&best, expected);
    Gate {
        passed: deflated >= input.confidence,
        deflated_sharpe: deflated,
        probabilistic_sharpe: probabilistic_sharpe(&best, input.benchmark),
        sharpe: best.sharpe(),
        expected_max_sharpe: expected,
        trials,
        variance,
        minimum_track_record: minimum_track_record(&best, expected, input.confidence),
    }
}

/// The variance of Sharpe ratios, not above that of chance alone; that of chance where one trial
/// shows none.
fn variance_between(sharpes: &[f64], returns: usize) -> f64 {
    let chance = 1.0 / (returns as f64 - 1.0);
    match sharpes.len() {
        0 | 1 => chance,
        n => {
            let mean = sharpes.iter().sum::<f64>() / n as f64;
            let squares: f64 = sharpes.iter().map(|sharpe| (sharpe - mean).powi(2)).sum();
            chance.min(squares / (n as f64 - 1.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean 1 of a deviation of √(n/(n-1)) 10, whatever the order.
    fn returns(count: usize) -> Vec<f64> {
        (0..count)
            .map(|at| if at % 2 == 0 { 11.0 } else { -9.0 })
            .collect()
    }

    fn gate(returns: &[f64], trial_sharpes: &[f64]) -> Gate {
        deflated_sharpe_gate(&GateInput {
            returns,
            trial_sharpes,
            trials: None,
            benchmark: 0.0,
            confidence: 0.95,
        })
    }

    #[test]
    fn one_trial_is_not_deflated() {
        let alone = gate(&returns(400), &[0.1]);
        assert_eq!(alone.deflated_sharpe, alone.probabilistic_sharpe);
        assert!(alone.passed && alone.expected_max_sharpe == 0.0);
    }

    #[test]
    fn the_same_returns_as_the_best_of_many_do_not_pass() {
        let sharpes: Vec<f64> = (0..400)
            .map(|at| (f64::from(at) / 400.0 - 0.5) * 0.2)
            .collect();
        let best = gate(&returns(400), &sharpes);
        assert!(!best.passed, "{best:?}");
        assert_eq!(best.trials, 400.0);
        assert!(best.minimum_track_record > 400.0);
    }

    #[test]
    fn the_variance_is_bounded_by_chance() {
        let apart = gate(&returns(101), &[-1.0, 1.0]);
        assert_eq!(apart.variance, 0.01);
        let close = gate(&returns(101), &[0.10, 0.12]);
        assert!((close.variance - 0.0002).abs() < 1e-15);
    }

    #[test]
    fn idle_trials_do_not_count_and_a_best_without_risk_does_not_pass() {
        assert_eq!(gate(&returns(100), &[0.1, f64::NAN, 0.0]).trials, 2.0);
        let idle = gate(&[0.0; 50], &[f64::NAN]);
        assert!(!idle.passed && idle.deflated_sharpe.is_nan());
    }
}
