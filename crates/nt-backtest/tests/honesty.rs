//! The bar that the gate on a sweep is held to: of random walks at most one in twenty passes, of
//! strong planted edges nineteen of twenty are found. `NT_CASES` sets the number of walks.

use std::sync::atomic::{AtomicUsize, Ordering};

use nt_backtest::statistics::{Gate, GateInput, deflated_sharpe_gate};
use nt_math::Rng;

const FASTS: [usize; 10] = [2, 4, 6, 8, 10, 13, 16, 20, 25, 30];
const SLOWS: [usize; 20] = [
    35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200,
];
const WARM_UP: usize = 200;

fn cases() -> usize {
    let given = std::env::var("NT_CASES").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(1000)
}

/// The mean of the last `window` closes, at each bar.
fn average(closes: &[f64], window: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let mut made = Vec::with_capacity(closes.len());
    for (at, close) in closes.iter().enumerate() {
        sum += close;
        if at >= window {
            sum -= closes[at - window];
        }
        made.push(sum / window as f64);
    }
    made
}

/// Sweeps the 200 pairs: long while the fast average is above the slow one, else `otherwise`. The
/// decision at a close earns the return of the next bar.
fn sweep(returns: &[f64], otherwise: f64) -> Gate {
    let mut value = 1.0;
    let closes: Vec<f64> = std::iter::once(1.0)
        .chain(returns.iter().map(|change| {
            value *= 1.0 + change;
            value
        }))
        .collect();
    let (fasts, slows) = (
        FASTS.map(|window| average(&closes, window)),
        SLOWS.map(|window| average(&closes, window)),
    );
    let earned = |fast: &[f64], slow: &[f64]| -> Vec<f64> {
        let held = |at: usize| if fast[at] > slow[at] { 1.0 } else { otherwise };
        (WARM_UP..returns.len())
            .map(|at| held(at) * returns[at])
            .collect()
    };
    let mut best = (f64::NEG_INFINITY, Vec::new());
    let mut sharpes = Vec::new();
    for fast in &fasts {
        for slow in &slows {
            let row = earned(fast, slow);
            let sharpe = sharpe(&row);
            sharpes.push(sharpe);
            if sharpe > best.0 {
                best = (sharpe, row);
            }
        }
    }
    gate(&best.1, &sharpes)
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

fn sharpe(returns: &[f64]) -> f64 {
    let n = returns.len() as f64;
    let (mut sum, mut squares) = (0.0, 0.0);
    for value in returns {
        sum += value;
        squares += value * value;
    }
    let mean = sum / n;
    mean / ((squares / n - mean * mean) * n / (n - 1.0)).sqrt()
}

/// Normal returns of 1 % a bar.
fn walk(rng: &mut Rng, bars: usize) -> Vec<f64> {
    (0..bars).map(|_| 0.01 * rng.next_normal()).collect()
}

/// The same with fat tails and volatility that comes in clusters.
fn clustered_walk(rng: &mut Rng, bars: usize) -> Vec<f64> {
    let mut variance = 1e-4;
    let mut step = || {
        let value = f64::sqrt(variance) * rng.next_normal();
        variance = 4e-6 + 0.12 * value * value + 0.84 * variance;
        value
    };
    (0..bars).map(|_| step()).collect()
}

/// A market that trends: its drift is so many deviations of a bar, up or down, for 80 bars in the
/// mean.
fn trending(rng: &mut Rng, bars: usize, drift: f64) -> Vec<f64> {
    let mut side = 1.0;
    let mut step = || {
        if rng.next_f64() < 1.0 / 80.0 {
            side = -side;
        }
        0.01 * (side * drift + rng.next_normal())
    };
    (0..bars).map(|_| step()).collect()
}

/// The share of cases that hold, on both cores.
fn share(cases: usize, holds: impl Fn(&mut Rng) -> bool + Sync) -> f64 {
    let (next, held) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let case = next.fetch_add(1, Ordering::Relaxed);
                    if case >= cases {
                        break;
                    }
                    let passed = holds(&mut Rng::with_stream(2026, case as u64));
                    held.fetch_add(usize::from(passed), Ordering::Relaxed);
                }
            });
        }
    });
    held.into_inner() as f64 / cases as f64
}

#[test]
fn the_best_on_random_walks_passes_in_at_most_one_of_twenty() {
    for (name, bars, otherwise) in [
        ("long or flat", 700, 0.0),
        ("long or flat", 1500, 0.0),
        ("long or short", 1500, -1.0),
    ] {
        let passed = share(cases(), |rng| sweep(&walk(rng, bars), otherwise).passed);
        println!("random walks of {bars} bars, {name}: {passed:.3} passed");
        assert!(passed <= 0.05, "{name} over {bars} bars: {passed}");
    }
}

#[test]
fn volatility_in_clusters_changes_nothing() {
    let passed = share(cases(), |rng| sweep(&clustered_walk(rng, 1500), 0.0).passed);
    println!("walks with clustered volatility, long or flat: {passed:.3} passed");
    assert!(passed <= 0.05, "{passed}");
}

#[test]
fn trials_without_anything_in_common_pass_in_at_most_one_of_twenty() {
    let passed = share(cases(), |rng| {
        let rows: Vec<Vec<f64>> = (0..200).map(|_| walk(rng, 500)).collect();
        let sharpes: Vec<f64> = rows.iter().map(|row| sharpe(row)).collect();
        let best = (0..rows.len()).max_by(|&a, &b| sharpes[a].total_cmp(&sharpes[b]));
        gate(&rows[best.unwrap()], &sharpes).passed
    });
    println!("independent trials: {passed:.3} passed");
    assert!(passed <= 0.05, "{passed}");
}

#[test]
fn a_planted_trend_of_a_quarter_deviation_a_bar_is_found_in_nineteen_of_twenty() {
    let mut found = Vec::new();
    for drift in [0.1, 0.15, 0.2, 0.25] {
        let passed = share(cases(), |rng| {
            sweep(&trending(rng, 2700, drift), -1.0).passed
        });
        println!("trends of {drift} deviations a bar: {passed:.3} found");
        found.push(passed);
    }
    assert!(found[3] >= 0.95, "{found:?}");
}

#[test]
fn a_planted_trial_of_two_a_year_among_199_without_skill_is_found_in_nineteen_of_twenty() {
    let mut found = Vec::new();
    // Sharpe ratios of 1.5, 2 and 2.5 a year of 252 bars, over ten years.
    for annual in [1.5, 2.0, 2.5] {
        let passed = share(cases(), |rng| {
            let mut rows: Vec<Vec<f64>> = (0..200).map(|_| walk(rng, 2520)).collect();
            let edge = 0.01 * annual / 252_f64.sqrt();
            rows[77].iter_mut().for_each(|value| *value += edge);
            let sharpes: Vec<f64> = rows.iter().map(|row| sharpe(row)).collect();
            let best = (0..200).max_by(|&a, &b| sharpes[a].total_cmp(&sharpes[b]));
            best == Some(77) && gate(&rows[77], &sharpes).passed
        });
        println!("one trial of {annual} a year among 199 of none: {passed:.3} found");
        found.push(passed);
    }
    assert!(found[1] >= 0.95, "{found:?}");
}
