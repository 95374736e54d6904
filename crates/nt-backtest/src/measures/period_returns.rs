use nt_core::{NANOS_PER_DAY, day_of};

use super::{Conventions, Input, Profile, ReturnsPer};

/// Simple returns of consecutive periods, of the equity and of the benchmark side by side.
///
/// A period is a step or a day of UTC, and its return compares the values at its end and at the
/// end of the period before. What the first is measured from is a convention:
/// * ours: from the initial cash, so that a loss on the first day counts. A first period of one
///   step that left the cash untouched is no period: nothing could be held yet.
/// * backtesting.py: the first period only gives the base of the second.
/// * vectorbt: from the initial cash, always.
///
/// The series ends with the period of a ruin (equity zero or below), since returns on nothing are
/// not defined; vectorbt goes on (nothing to nothing is 0, and a negative base flips the sign).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeriodReturns {
    /// Returns of the equity.
    pub equity: Vec<f64>,
    /// Returns of the benchmark over the same periods; empty without one.
    pub benchmark: Vec<f64>,
}

impl PeriodReturns {
    /// The returns of a run from its step `start` on.
    #[must_use]
    pub fn of(input: &Input, start: usize, conventions: &Conventions) -> Self {
        let ends = period_ends(input.time, start, conventions);
        let Some(&first) = ends.first() else {
            return Self::default();
        };
        let (skipped, base) = match conventions.profile {
            Profile::BacktestingPy => (1, input.equity[first]),
            Profile::NeuralTrader
                if first == start && input.equity[first] == input.initial_cash =>
            {
                (1, input.initial_cash)
            }
            Profile::NeuralTrader | Profile::Vectorbt => (0, input.initial_cash),
        };
        let benchmark_from = if conventions.profile == Profile::BacktestingPy {
            first
        } else {
            start
        };
        Self {
            equity: returns(base, input.equity, &ends[skipped..], conventions),
            benchmark: benchmark_returns(input.close, benchmark_from, &ends[skipped..]),
        }
    }
}

/// Natural logarithms of value over value before, step by step.
#[must_use]
pub fn log_returns(values: &[f64]) -> Vec<f64> {
    values
        .windows(2)
        .map(|pair| (pair[1] / pair[0]).ln())
        .collect()
}

/// The last step of each period. A step at midnight closes the day before, except under
/// backtesting.py, which reads every time as the day it names.
fn period_ends(time: &[i64], start: usize, conventions: &Conventions) -> Vec<usize> {
    if conventions.returns_per == ReturnsPer::Bar {
        return (start..time.len()).collect();
    }
    let earlier = i64::from(conventions.profile != Profile::BacktestingPy);
    let mut ends = Vec::new();
    let mut day_end = i64::MIN;
    for (step, &at) in time.iter().enumerate().skip(start) {
        if at - earlier >= day_end {
            day_end = (day_of(at - earlier) + 1) * NANOS_PER_DAY;
            if step > start {
                ends.push(step - 1);
            }
        }
    }
    if start < time.len() {
        ends.push(time.len() - 1);
    }
    ends
}

fn returns(base: f64, equity: &[f64], ends: &[usize], conventions: &Conventions) -> Vec<f64> {
    let mut before = base;
    let mut returns = Vec::with_capacity(ends.len());
    for &end in ends {
        let value = equity[end];
        if conventions.profile == Profile::Vectorbt {
            returns.push(signed_return(before, value));
        } else if before > 0.0 {
            returns.push(value / before - 1.0);
        } else {
            break;
        }
        before = value;
    }
    returns
}

fn signed_return(before: f64, value: f64) -> f64 {
    match (value - before) / before {
        change if before < 0.0 => -change,
        _ if before == 0.0 && value == 0.0 => 0.0,
        change => change,
    }
}

fn benchmark_returns(close: &[f64], from: usize, ends: &[usize]) -> Vec<f64> {
    let Some(&base) = close.get(from) else {
        return Vec::new();
    };
    let befores = std::iter::once(base).chain(ends.iter().map(|&end| close[end]));
    befores
        .zip(ends)
        .map(|(before, &end)| close[end] / before - 1.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, geometric, run, vectorbt};
    use super::*;

    const HOUR: i64 = NANOS_PER_DAY / 24;

    #[test]
    fn a_loss_on_day_one_is_the_first_return() {
        let run = run(&[90.0, 99.0]);
        let returns = PeriodReturns::of(&run.input(), 0, &arithmetic());
        assert_eq!(returns.equity, [0.9 - 1.0, 99.0 / 90.0 - 1.0]);
        let theirs = PeriodReturns::of(&run.input(), 0, &geometric());
        assert_eq!(theirs.equity, [99.0 / 90.0 - 1.0]);
    }

    #[test]
    fn an_untouched_first_step_is_no_period() {
        let run = run(&[100.0, 110.0]);
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &arithmetic()).equity,
            [110.0 / 100.0 - 1.0]
        );
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &vectorbt()).equity.len(),
            2
        );
    }

    #[test]
    fn ruin_ends_the_series() {
        let run = run(&[100.0, 50.0, 0.0, 0.0]);
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &arithmetic()).equity,
            [-0.5, -1.0]
        );
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &vectorbt()).equity,
            [0.0, -0.5, -1.0, 0.0]
        );
    }

    #[test]
    fn days_take_the_last_value_and_midnight_closes_the_day_before() {
        let time = [HOUR, 23 * HOUR, 24 * HOUR, 25 * HOUR, 48 * HOUR];
        let days = Conventions {
            returns_per: ReturnsPer::Day,
            ..arithmetic()
        };
        assert_eq!(period_ends(&time, 0, &days), [2, 4]);
        assert_eq!(period_ends(&time, 4, &days), [4]);
        let theirs = Conventions {
            returns_per: ReturnsPer::Day,
            ..geometric()
        };
        assert_eq!(period_ends(&time, 0, &theirs), [1, 3, 4]);
    }

    #[test]
    fn the_benchmark_keeps_the_same_periods() {
        let mut run = run(&[100.0, 110.0, 121.0]);
        run.close = vec![10.0, 20.0, 30.0];
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &arithmetic()).benchmark,
            [1.0, 0.5]
        );
        assert_eq!(
            PeriodReturns::of(&run.input(), 0, &vectorbt()).benchmark,
            [0.0, 1.0, 0.5]
        );
    }
}
