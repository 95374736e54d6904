use nt_core::{Code, Error, Result};
use nt_math::Rng;

use super::{Resampling, Trials, Work, automatic_block_length};
use crate::measures::mean;

/// How to draw: seed, number of resamples, mean length of blocks.
#[derive(Clone, Copy, Debug)]
pub struct RealityCheckOptions {
    /// Seed of the draws.
    pub seed: u64,
    /// Number of resamples.
    pub resamples: usize,
    /// Mean length of a block; `None` takes the mean over the trials of the automatic one.
    pub block_length: Option<f64>,
}

/// Whether the best of several trials beats a benchmark by more than chance and search give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RealityCheck {
    /// White's p-value.
    pub reality_check: f64,
    /// Hansen's consistent p-value, the one to quote.
    pub consistent: f64,
    /// Hansen's lower bound: only trials that did better than the benchmark enter.
    pub lower: f64,
    /// Hansen's upper bound: all enter as if they were as good as the benchmark.
    pub upper: f64,
    /// The trial with the highest mean excess return.
    pub best: usize,
    /// Its mean excess return of a bar.
    pub best_mean: f64,
    /// Mean length of the blocks that were drawn.
    pub block_length: f64,
}

/// White's reality check and Hansen's test for superior predictive ability, of mean returns in excess
/// of a benchmark's (empty for 0), by the stationary bootstrap.
///
/// * Reality check: √n max d̄ₖ against √n max (d̄*ₖ - d̄ₖ).
/// * Superior ability: max(0, √n max d̄ₖ/ωₖ) against resamples recentred by d̄ₖ where it is not below
///   -ωₖ √(2 ln ln n / n) (consistent), by max(0, d̄ₖ) (lower), or always (upper). ωₖ² is the
///   variance that the stationary bootstrap itself has, Σ (1 - 1/b)^|i| of the circular
///   autocovariances.
///
/// A p-value is the share of resamples that reach the statistic. Trials that never differ from the
/// benchmark cannot beat it and are left out of the second test; NaN where all are.
///
/// Source: White (2000), *A Reality Check for Data Snooping*, Econometrica 68; Hansen (2005), *A Test
/// for Superior Predictive Ability*, JBES 23.
///
/// # Errors
/// `DATA_LENGTH_MISMATCH` where the benchmark has another length, `INVALID_ARGUMENT` without
/// resamples or with less than 8 bars, `CANCELLED`.
pub fn reality_check(
    trials: &Trials,
    benchmark: &[f64],
    options: &RealityCheckOptions,
    work: &Work,
) -> Result<RealityCheck> {
    check(trials, benchmark, options)?;
    let excess = Excess::of(trials, benchmark, options.block_length);
    let resampling = Resampling::Stationary(excess.block_length);
    let maxima = work.pieces(
        options.resamples,
        || (vec![0_u32; trials.bars()], vec![0.0; trials.bars()]),
        |number, (drawn, counts)| {
            let mut rng = Rng::with_stream(options.seed, number as u64);
            resampling.draw(trials.bars(), &mut rng, drawn);
            counts.fill(0.0);
            for &at in drawn.iter() {
                counts[at as usize] += 1.0;
            }
            excess.maxima(counts)
        },
    )?;
    Ok(excess.judge(&maxima))
}

fn check(trials: &Trials, benchmark: &[f64], options: &RealityCheckOptions) -> Result<()> {
    let bars = trials.bars();
    if !benchmark.is_empty() && benchmark.len() != bars {
        let message = format!(
            "the benchmark has {} returns and the trials have {bars}: give one for every bar",
            benchmark.len()
        );
        return Err(Error::new(Code::DataLengthMismatch, message));
    }
    if options.resamples == 0 || bars < 8 {
        let message = format!(
            "{} resamples of {bars} bars say nothing: give at least one of at least 8 bars",
            options.resamples
        );
        return Err(Error::new(Code::InvalidArgument, message));
    }
    Ok(())
}

/// Statistics of one resample under each recentring.
#[derive(Clone, Copy)]
struct Maxima {
    white: f64,
    lower: f64,
    consistent: f64,
    upper: f64,
}

/// Returns in excess of the benchmark, less their means, and what each trial is recentred by.
struct Excess {
    centred: Vec<f64>,
    bars: usize,
    means: Vec<f64>,
    /// Deviations ω; 0 where a trial never differs from the benchmark.
    deviations: Vec<f64>,
    block_length: f64,
}

impl Excess {
    fn of(trials: &Trials, benchmark: &[f64], block_length: Option<f64>) -> Self {
        let bars = trials.bars();
        let mut centred = Vec::with_capacity(trials.len() * bars);
        let mut means = Vec::with_capacity(trials.len());
        for row in trials.iter() {
            let against = |at: usize| benchmark.get(at).copied().unwrap_or(0.0);
            let excess: Vec<f64> = row
                .iter()
                .enumerate()
                .map(|(at, r)| r - against(at))
                .collect();
            let mean = mean(&excess);
            centred.extend(excess.iter().map(|value| value - mean));
            means.push(mean);
        }
        let rows = || centred.chunks_exact(bars);
        let block_length = block_length.unwrap_or_else(|| {
            let lengths = rows().map(|row| automatic_block_length(row).stationary);
            lengths.sum::<f64>() / trials.len() as f64
        });
        let deviations = rows().map(|row| deviation(row, block_length)).collect();
        Self {
            centred,
            bars,
            means,
            deviations,
            block_length,
        }
    }

    /// The statistics of a resample that draws each bar so many times.
    fn maxima(&self, counts: &[f64]) -> Maxima {
        let n = self.bars as f64;
        let threshold = (2.0 * n.ln().ln() / n).sqrt();
        let mut found = Maxima {
            white: f64::NEG_INFINITY,
            lower: 0.0,
            consistent: 0.0,
            upper: 0.0,
        };
        for (trial, row) in self.centred.chunks_exact(self.bars).enumerate() {
            let (mean, deviation) = (self.means[trial], self.deviations[trial]);
            let shift = dot(row, counts) / n;
            found.white = found.white.max(shift);
            if deviation == 0.0 {
                continue;
            }
            let reach = |found: f64, value: f64| found.max(value / deviation);
            found.upper = reach(found.upper, shift);
            // Recentred by less than its mean, the resampled mean keeps what is left of it.
            found.lower = reach(found.lower, shift + mean.min(0.0));
            let poor = mean < -deviation * threshold;
            found.consistent = reach(found.consistent, if poor { shift + mean } else { shift });
        }
        found
    }

    fn judge(&self, maxima: &[Maxima]) -> RealityCheck {
        let best = (0..self.means.len())
            .rev()
            .max_by(|&a, &b| self.means[a].total_cmp(&self.means[b]));
        let best = best.unwrap_or_default();
        let ratios = self.means.iter().zip(&self.deviations);
        let defined = ratios.filter(|(_, deviation)| **deviation > 0.0);
        let statistic = defined
            .map(|(mean, deviation)| (mean / deviation).max(0.0))
            .fold(f64::NAN, f64::max);
        let share = |statistic: f64, of: fn(&Maxima) -> f64| {
            if statistic.is_nan() {
                return f64::NAN;
            }
            let reached = maxima.iter().filter(|each| of(each) >= statistic).count();
            reached as f64 / maxima.len() as f64
        };
        RealityCheck {
            reality_check: share(self.means[best], |each| each.white),
            consistent: share(statistic, |each| each.consistent),
            lower: share(statistic, |each| each.lower),
            upper: share(statistic, |each| each.upper),
            best,
            best_mean: self.means[best],
            block_length: self.block_length,
        }
    }
}

/// The deviation of √n times the mean of a stationary bootstrap of centred values.
fn deviation(centred: &[f64], block_length: f64) -> f64 {
    const NEGLIGIBLE: f64 = 1e-9;
    let n = centred.len();
    let stays = 1.0 - block_length.max(1.0).recip();
    let (mut variance, mut weight) = (0.0, 1.0);
    for lag in 0..n {
        if lag > 0 {
            weight *= stays;
        }
        if weight < NEGLIGIBLE {
            break;
        }
        let covariance = (dot(&centred[..n - lag], &centred[lag..])
            + dot(&centred[n - lag..], &centred[..lag]))
            / n as f64;
        let sides = if lag == 0 {
            1.0
        } else {
            2.0 * (1.0 - lag as f64 / n as f64)
        };
        variance += sides * weight * covariance;
    }
    if variance > f64::MIN_POSITIVE {
        variance.sqrt()
    } else {
        0.0
    }
}

/// Σ aᵢ bᵢ over eight partial sums, which the compiler keeps in vectors.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    const LANES: usize = 8;
    let mut sums = [0.0; LANES];
    let (heads, others) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let rest: f64 = heads
        .remainder()
        .iter()
        .zip(others.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (x, y) in heads.zip(others) {
        for lane in 0..LANES {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: RealityCheckOptions = RealityCheckOptions {
        seed: 1,
        resamples: 500,
        block_length: None,
    };

    fn noise(trials: usize, bars: usize, seed: u64) -> Vec<f64> {
        let mut rng = Rng::new(seed);
        (0..trials * bars).map(|_| rng.next_normal()).collect()
    }

    fn of(values: &[f64], trials: usize) -> RealityCheck {
        let trials = Trials::new(values, trials).unwrap();
        reality_check(&trials, &[], &OPTIONS, &Work::new(2)).unwrap()
    }

    /// Of one trial of independent returns it is the test that its mean is above 0.
    #[test]
    fn of_one_trial_it_is_a_test_of_its_mean() {
        let mut values = noise(1, 400, 5);
        let mean = mean(&values);
        // A mean 1.645 standard errors of 1/20 above 0 has the p-value 5 %.
        for value in &mut values {
            *value += 1.645 / 20.0 - mean;
        }
        let options = RealityCheckOptions {
            resamples: 20_000,
            block_length: Some(1.0),
            ..OPTIONS
        };
        let trials = Trials::new(&values, 1).unwrap();
        let check = reality_check(&trials, &[], &options, &Work::new(2)).unwrap();
        assert!((check.reality_check - 0.05).abs() < 0.01, "{check:?}");
        assert_eq!(check.consistent, check.upper);
    }

    /// Under the null the p-values are uniform: one in ten is below a tenth.
    #[test]
    fn without_skill_one_in_ten_is_below_a_tenth() {
        let checks: Vec<RealityCheck> =
            (0..200).map(|seed| of(&noise(20, 150, seed), 20)).collect();
        let share = |of: fn(&RealityCheck) -> f64| {
            checks.iter().filter(|check| of(check) < 0.1).count() as f64 / 200.0
        };
        let shares = [
            share(|check| check.reality_check),
            share(|check| check.consistent),
        ];
        // Three standard errors of 2.1 points.
        assert!(
            shares.iter().all(|share| (0.03..0.17).contains(share)),
            "{shares:?}"
        );
    }

    #[test]
    fn skill_is_found_and_the_bounds_are_in_order() {
        let mut values = noise(30, 500, 9);
        values[7 * 500..8 * 500]
            .iter_mut()
            .for_each(|value| *value += 0.25);
        let check = of(&values, 30);
        assert_eq!(check.best, 7);
        assert!(
            check.reality_check < 0.01 && check.consistent < 0.01,
            "{check:?}"
        );
        let none = of(&noise(30, 500, 10), 30);
        assert!(none.lower <= none.consistent && none.consistent <= none.upper);
    }

    /// Many hopeless trials hide a good one from the reality check and not from Hansen's test.
    #[test]
    fn hopeless_trials_do_not_hide_a_good_one() {
        let mut values = noise(40, 300, 11);
        for (at, row) in values.chunks_exact_mut(300).enumerate() {
            let (scale, edge) = if at == 3 { (1.0, 0.22) } else { (6.0, -3.0) };
            for value in row {
                *value = *value * scale + edge;
            }
        }
        let check = of(&values, 40);
        assert!(
            check.consistent < 0.05 && check.reality_check > 0.5,
            "{check:?}"
        );
    }

    #[test]
    fn the_bits_do_not_depend_on_the_threads() {
        let values = noise(10, 200, 12);
        let trials = Trials::new(&values, 10).unwrap();
        let on = |threads| reality_check(&trials, &[], &OPTIONS, &Work::new(threads)).unwrap();
        assert_eq!(on(1), on(5));
    }

    #[test]
    fn the_benchmark_itself_cannot_beat_the_benchmark() {
        let values = noise(1, 100, 13);
        let trials = Trials::new(&values, 1).unwrap();
        let check = reality_check(&trials, &values, &OPTIONS, &Work::new(1)).unwrap();
        assert!(check.consistent.is_nan() && check.reality_check == 1.0);
        let refused = reality_check(&trials, &[0.0], &OPTIONS, &Work::new(1)).unwrap_err();
        assert_eq!(refused.code(), Code::DataLengthMismatch);
    }
}
