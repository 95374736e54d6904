//! How often intervals hold what they are of, on simulated returns. `NT_CASES` sets the number of
//! histories: 5,000 of them tell 95 % to a third of a point, the 400 of an ordinary run to a point.

use nt_backtest::measures::{Annualisation, Conventions, Profile, ReturnsPer, TradeStatistics};
use nt_backtest::statistics::{Headline, IntervalOptions, Target, Work, confidence_intervals};
use nt_math::Rng;

const BARS: usize = 750;
const LONG_RUN: usize = 400_000;

fn cases() -> usize {
    let given = std::env::var("NT_CASES").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(200)
}

fn daily() -> Conventions {
    Conventions {
        profile: Profile::NeuralTrader,
        returns_per: ReturnsPer::Bar,
        periods_per_year: 252.0,
        ddof: 1,
        risk_free_rate: 0.0,
        days_per_year: 365.25,
        annualisation: Annualisation::Arithmetic,
        trade_statistics: TradeStatistics::Pnl,
    }
}

/// A process that returns come from.
type Process = fn(&mut Rng, usize) -> Vec<f64>;

fn normal(rng: &mut Rng, bars: usize) -> Vec<f64> {
    (0..bars)
        .map(|_| 0.0006 + 0.01 * rng.next_normal())
        .collect()
}

/// Fat tails: one return in twenty is four times as wide. Raw kurtosis 17.
fn fat(rng: &mut Rng, bars: usize) -> Vec<f64> {
    let mut step = || {
        let wide = if rng.next_f64() < 0.05 { 4.0 } else { 1.0 };
        0.0006 + 0.008 * wide * rng.next_normal()
    };
    (0..bars).map(|_| step()).collect()
}

/// Each return keeps a fifth of the one before.
fn dependent(rng: &mut Rng, bars: usize) -> Vec<f64> {
    let mut away = 0.01 * rng.next_normal() / f64::sqrt(1.0 - 0.04);
    let mut step = || {
        away = 0.2 * away + 0.01 * rng.next_normal();
        0.0006 + away
    };
    (0..bars).map(|_| step()).collect()
}

/// The share of histories whose interval holds its target, by measure.
fn coverage(process: Process) -> Vec<f64> {
    let long = process(&mut Rng::new(99), LONG_RUN);
    let truth: Vec<f64> = Headline::ALL
        .iter()
        .map(|measure| measure.of(&long, &daily()))
        .collect();
    let (work, single) = (Work::new(2), Work::new(1));
    let held = work.pieces(
        cases(),
        || (),
        |case, ()| {
            let mut rng = Rng::with_stream(7, case as u64);
            let (returns, next) = (process(&mut rng, BARS), process(&mut rng, BARS));
            let options = IntervalOptions {
                seed: case as u64,
                resamples: 1000,
                confidence: 0.95,
                resampling: None,
            };
            let made = confidence_intervals(&returns, &daily(), &options, &single).unwrap();
            let holds = made.of.iter().zip(&truth).map(|(interval, truth)| {
                let target = match interval.measure.target() {
                    Target::Parameter => *truth,
                    Target::NextHistory => interval.measure.of(&next, &daily()),
                };
                interval.lower <= target && target <= interval.upper
            });
            holds.collect::<Vec<bool>>()
        },
    );
    let held = held.unwrap();
    let share = |at: usize| held.iter().filter(|each| each[at]).count() as f64 / held.len() as f64;
    (0..Headline::ALL.len()).map(share).collect()
}

/// Asserts 95 % within a point, and three standard errors of so many histories.
fn assert_covers(name: &str, process: Process, slack: f64) {
    let error = (0.95 * 0.05 / cases() as f64).sqrt();
    for (measure, share) in Headline::ALL.iter().zip(coverage(process)) {
        println!("{name}, {}: {share:.4}", measure.name());
        let within = (share - 0.95).abs() <= 0.01 + slack + 3.0 * error;
        assert!(within, "{name}, {}: {share}", measure.name());
    }
}

#[test]
fn of_independent_normal_returns() {
    assert_covers("normal", normal, 0.0);
}

#[test]
fn of_fat_tails() {
    assert_covers("fat tails", fat, 0.0);
}

#[test]
fn of_dependent_returns() {
    assert_covers("dependent", dependent, 0.0);
}
