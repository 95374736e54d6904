use super::Trials;
use crate::measures::{deviation, mean};

/// How many independent trials these amount to: ρ̄ + (1 - ρ̄) N, with ρ̄ the mean correlation between
/// the returns of different trials, not below 0. N when they have nothing in common, 1 when they are
/// one trial written N times.
///
/// Trials without deviation never took a risk and are not counted. NaN where none is left.
///
/// Source: Bailey and López de Prado (2014), *The Deflated Sharpe Ratio*, appendix 3.
#[must_use]
pub fn effective_trials(trials: &Trials) -> f64 {
    let mut sums = vec![0.0; trials.bars()];
    let mut counted = 0.0_f64;
    for returns in trials.iter() {
        let (mean, deviation) = (mean(returns), deviation(returns, 0));
        if deviation > 0.0 {
            counted += 1.0;
            for (sum, value) in sums.iter_mut().zip(returns) {
                *sum += (value - mean) / deviation;
            }
        }
    }
    if counted < 2.0 {
        return if counted == 1.0 { 1.0 } else { f64::NAN };
    }
    // The squared sums hold every pair twice and each trial with itself once.
    let squares = sums.iter().map(|sum| sum * sum).sum::<f64>() / sums.len() as f64;
    let correlation = ((squares - counted) / (counted * (counted - 1.0))).clamp(0.0, 1.0);
    correlation + (1.0 - correlation) * counted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[[f64; 4]]) -> f64 {
        let values: Vec<f64> = rows.iter().flatten().copied().collect();
        effective_trials(&Trials::new(&values, rows.len()).unwrap())
    }

    #[test]
    fn copies_are_one_and_strangers_are_many() {
        let up = [1.0, 2.0, 3.0, 4.0];
        assert!((of(&[up, up, up]) - 1.0).abs() < 1e-12);
        // Orthogonal: correlation 0.
        assert!((of(&[[1.0, 1.0, -1.0, -1.0], [1.0, -1.0, 1.0, -1.0]]) - 2.0).abs() < 1e-12);
        // Two of three pairs have correlation 0, one has 1: the mean is a third.
        let mixed = of(&[
            [1.0, 1.0, -1.0, -1.0],
            [1.0, 1.0, -1.0, -1.0],
            [1.0, -1.0, 1.0, -1.0],
        ]);
        assert!((mixed - (1.0 / 3.0 + 2.0 / 3.0 * 3.0)).abs() < 1e-12);
    }

    #[test]
    fn opposites_are_not_fewer_than_they_are_and_idlers_none() {
        assert_eq!(of(&[[1.0, -1.0, 1.0, -1.0], [-1.0, 1.0, -1.0, 1.0]]), 2.0);
        assert_eq!(of(&[[1.0, 2.0, 3.0, 5.0], [0.0; 4]]), 1.0);
        assert!(of(&[[0.0; 4]]).is_nan());
    }
}
