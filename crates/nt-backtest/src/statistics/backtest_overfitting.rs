use nt_core::{Code, Error, Result};

use super::{Trials, Work};

/// What choosing the best of these trials in half of the history is worth in the other half.
#[derive(Clone, Debug, PartialEq)]
pub struct Overfitting {
    /// Probability of backtest overfitting: the share of splits in which the best of one half is
    /// not above the median of the other.
    pub probability: f64,
    /// The share of splits in which the best of one half loses in the other.
    pub probability_of_loss: f64,
    /// Slope of the line of the Sharpe ratio out of sample on that in sample: below 0 where more of
    /// one is less of the other.
    pub slope: f64,
    /// Where that line begins.
    pub intercept: f64,
    /// Share of the variance out of sample that the line explains.
    pub r_squared: f64,
    /// By split, ln(ω/(1 - ω)) of the relative rank ω out of sample of the best in sample.
    pub logits: Vec<f64>,
    /// By split, the Sharpe ratio of one period of the best, in sample.
    pub in_sample: Vec<f64>,
    /// By split, its Sharpe ratio out of sample.
    pub out_of_sample: Vec<f64>,
}

/// Probability of backtest overfitting by combinatorially symmetric cross-validation: the history is
/// cut into `splits` stretches, each half of them is once in sample and once out of it, and the best
/// of the one half is ranked in the other by its Sharpe ratio.
///
/// Bars at the beginning that do not fill a stretch are left out. Equal ranks are shared. A trial
/// without deviation has the Sharpe ratio 0: it took no risk and made nothing of it.
///
/// Source: Bailey, Borwein, López de Prado and Zhu (2017), *The Probability of Backtest Overfitting*,
/// Journal of Computational Finance 20(4).
///
/// # Errors
/// `INVALID_ARGUMENT` with less than 2 trials, an odd number of stretches or one outside 2 to 20, or
/// less than 2 bars a stretch; `CANCELLED`.
pub fn backtest_overfitting(trials: &Trials, splits: usize, work: &Work) -> Result<Overfitting> {
    check(trials, splits)?;
    let sums = Sums::of(trials, splits);
    let halves: Vec<u32> = (0..1_u32 << splits)
        .filter(|mask| mask.count_ones() as usize == splits / 2)
        .collect();
    let found = work.pieces(
        halves.len(),
        || (vec![0.0; trials.len()], vec![0.0; trials.len()]),
        |number, (inside, outside)| {
            sums.sharpes(halves[number], inside);
            sums.sharpes(!halves[number], outside);
            split(inside, outside)
        },
    )?;
    Ok(summary(&found))
}

fn check(trials: &Trials, splits: usize) -> Result<()> {
    let fits = trials.len() >= 2 && splits.is_multiple_of(2) && (2..=20).contains(&splits);
    if fits && trials.bars() / splits >= 2 {
        return Ok(());
    }
    let message = format!(
        "{} trials of {} bars cannot be cut into {splits} stretches: give 2 trials or more, and an even number from 2 to 20 of stretches of at least 2 bars",
        trials.len(),
        trials.bars()
    );
    Err(Error::new(Code::InvalidArgument, message).with("splits", splits))
}

/// Sums and sums of squares by trial and stretch, about the mean of the trial, so that little is
/// lost to cancellation.
struct Sums {
    splits: usize,
    length: f64,
    means: Vec<f64>,
    stretches: Vec<[f64; 2]>,
}

impl Sums {
    fn of(trials: &Trials, splits: usize) -> Self {
        let length = trials.bars() / splits;
        let skipped = trials.bars() - length * splits;
        let mut made = Self {
            splits,
            length: length as f64,
            means: Vec::with_capacity(trials.len()),
            stretches: Vec::with_capacity(trials.len() * splits),
        };
        for row in trials.iter() {
            let used = &row[skipped..];
            let mean = used.iter().sum::<f64>() / used.len() as f64;
            made.means.push(mean);
            for stretch in used.chunks_exact(length) {
                let mut sums = [0.0; 2];
                for value in stretch {
                    let away = value - mean;
                    sums[0] += away;
                    sums[1] += away * away;
                }
                made.stretches.push(sums);
            }
        }
        made
    }

    /// The Sharpe ratio of each trial over the stretches of the mask.
    fn sharpes(&self, mask: u32, sharpes: &mut [f64]) {
        let n = self.length * (self.splits / 2) as f64;
        let rows = self.stretches.chunks_exact(self.splits);
        for ((sharpe, row), mean) in sharpes.iter_mut().zip(rows).zip(&self.means) {
            let [mut sum, mut squares] = [0.0; 2];
            for (stretch, sums) in row.iter().enumerate() {
                if mask >> stretch & 1 == 1 {
                    sum += sums[0];
                    squares += sums[1];
                }
            }
            let variance = (squares - sum * sum / n) / (n - 1.0);
            let noise = f64::EPSILON * f64::EPSILON * 64.0 * (1.0 + mean * mean);
            *sharpe = if variance > noise {
                (mean + sum / n) / variance.sqrt()
            } else {
                0.0
            };
        }
    }
}

/// Logit of the rank, Sharpe ratio in sample, and out of it.
type Split = [f64; 3];

fn split(inside: &[f64], outside: &[f64]) -> Split {
    let mut best = 0;
    for (trial, sharpe) in inside.iter().enumerate() {
        if *sharpe > inside[best] {
            best = trial;
        }
    }
    let chosen = outside[best];
    let (mut below, mut equal) = (0.0, 0.0);
    for sharpe in outside {
        if *sharpe < chosen {
            below += 1.0;
        } else if *sharpe == chosen {
            equal += 1.0;
        }
    }
    let rank = below + f64::midpoint(equal, 1.0);
    let share = rank / (outside.len() as f64 + 1.0);
    [(share / (1.0 - share)).ln(), inside[best], chosen]
}

fn summary(splits: &[Split]) -> Overfitting {
    let column = |at: usize| -> Vec<f64> { splits.iter().map(|split| split[at]).collect() };
    let (logits, in_sample, out_of_sample) = (column(0), column(1), column(2));
    let share = |values: &[f64], holds: fn(f64) -> bool| {
        values.iter().filter(|value| holds(**value)).count() as f64 / values.len() as f64
    };
    let [slope, intercept, r_squared] = line(&in_sample, &out_of_sample);
    Overfitting {
        probability: share(&logits, |logit| logit <= 0.0),
        probability_of_loss: share(&out_of_sample, |sharpe| sharpe < 0.0),
        slope,
        intercept,
        r_squared,
        logits,
        in_sample,
        out_of_sample,
    }
}

/// Slope, intercept and R² of the least squares of y on x; NaN where x does not vary.
fn line(x: &[f64], y: &[f64]) -> [f64; 3] {
    let n = x.len() as f64;
    let (mean_x, mean_y) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let [mut xx, mut xy, mut yy] = [0.0; 3];
    for (x, y) in x.iter().zip(y) {
        let (dx, dy) = (x - mean_x, y - mean_y);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    if xx <= 0.0 {
        return [f64::NAN; 3];
    }
    let slope = xy / xx;
    [slope, mean_y - slope * mean_x, xy * xy / (xx * yy)]
}

#[cfg(test)]
mod tests {
    use nt_math::Rng;

    use super::*;

    fn of(values: &[f64], trials: usize, splits: usize) -> Overfitting {
        let trials = Trials::new(values, trials).unwrap();
        backtest_overfitting(&trials, splits, &Work::new(2)).unwrap()
    }

    /// Two stretches, two trials: each is the best of one half and the worst of the other, so its
    /// rank is 1 of 2 and the logit ln((1/3)/(2/3)).
    #[test]
    fn a_hand_count() {
        let values = [3.0, 1.0, -1.0, -3.0, -1.0, -3.0, 3.0, 1.0];
        let found = of(&values, 2, 2);
        assert_eq!((found.probability, found.probability_of_loss), (1.0, 1.0));
        assert!(
            found
                .logits
                .iter()
                .all(|logit| (logit + 2_f64.ln()).abs() < 1e-12)
        );
        // Means 2 and -2 with a deviation of √2.
        assert!(
            found
                .in_sample
                .iter()
                .all(|sharpe| (sharpe - 2_f64.sqrt()).abs() < 1e-12)
        );
        assert!(
            found
                .out_of_sample
                .iter()
                .all(|sharpe| (sharpe + 2_f64.sqrt()).abs() < 1e-12)
        );
        assert!(found.slope.is_nan());
    }

    #[test]
    fn all_halves_are_taken() {
        let mut rng = Rng::new(4);
        let values: Vec<f64> = (0..5 * 100).map(|_| rng.next_normal()).collect();
        assert_eq!(of(&values, 5, 10).logits.len(), 252);
    }

    /// Of noise the best of one half is anywhere in the other. Halves share the whole, so what was
    /// high in one is low in the other and the slope is below 0.
    #[test]
    fn noise_is_overfitted() {
        let mut rng = Rng::new(5);
        let mean = (0..20)
            .map(|_| {
                let values: Vec<f64> = (0..40 * 240).map(|_| rng.next_normal()).collect();
                of(&values, 40, 8).probability
            })
            .sum::<f64>()
            / 20.0;
        assert!((0.35..0.75).contains(&mean), "{mean}");
    }

    #[test]
    fn skill_is_not() {
        let mut rng = Rng::new(6);
        let mut values: Vec<f64> = (0..40 * 600).map(|_| rng.next_normal()).collect();
        values[600..1200].iter_mut().for_each(|value| *value += 0.3);
        let found = of(&values, 40, 8);
        assert!(
            found.probability < 0.02 && found.probability_of_loss < 0.02,
            "{found:?}"
        );
    }

    #[test]
    fn idle_trials_are_neither_good_nor_bad() {
        let found = of(&[0.0; 32], 2, 4);
        // Both share the rank 1.5 of 2: a half, whose logit is 0.
        assert!(found.logits.iter().all(|logit| *logit == 0.0));
        assert_eq!((found.probability, found.probability_of_loss), (1.0, 0.0));
    }

    #[test]
    fn what_cannot_be_cut_is_refused() {
        let values = [1.0; 40];
        let trials = Trials::new(&values, 2).unwrap();
        for splits in [0, 3, 12, 22] {
            let refused = backtest_overfitting(&trials, splits, &Work::new(1)).unwrap_err();
            assert_eq!(refused.code(), Code::InvalidArgument);
        }
    }
}
