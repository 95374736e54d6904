use std::borrow::Cow;
use std::ops::Range;

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
        Self::over(
            &Periods::of(input.time, conventions),
            input,
            start,
            conventions,
        )
    }

    /// The same over periods that are known.
    pub(super) fn over(
        periods: &Periods,
        input: &Input,
        start: usize,
        conventions: &Conventions,
    ) -> Self {
        let Some(curve) = periods.curve(input, start, conventions) else {
            return Self::default();
        };
        let benchmark_from = if conventions.profile == Profile::BacktestingPy {
            curve.first
        } else {
            start
        };
        Self {
            equity: returns(&curve, conventions),
            benchmark: benchmark_returns(input.close, benchmark_from, &curve.ends),
        }
    }
}

/// The periods of the steps of a run: every step, or days by their last steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Periods(Option<Vec<usize>>);

/// Equity at the ends of periods, and what the first return is measured from.
#[derive(Debug)]
pub(super) struct Curve<'a> {
    pub base: f64,
    pub values: Cow<'a, [f64]>,
    ends: Ends<'a>,
    /// End of the first period, whether it has a return or not.
    first: usize,
}

#[derive(Debug)]
enum Ends<'a> {
    Steps(Range<usize>),
    Days(&'a [usize]),
}

impl Ends<'_> {
    fn iter(&self) -> impl Iterator<Item = usize> {
        let (steps, days): (Range<usize>, &[usize]) = match self {
            Self::Steps(steps) => (steps.clone(), &[]),
            Self::Days(days) => (0..0, days),
        };
        steps.chain(days.iter().copied())
    }
}

impl Periods {
    /// The periods of steps at these times. A step at midnight closes the day before, except under
    /// backtesting.py, which reads every time as the day it names.
    #[must_use]
    pub fn of(time: &[i64], conventions: &Conventions) -> Self {
        if conventions.returns_per == ReturnsPer::Bar {
            return Self(None);
        }
        let earlier = i64::from(conventions.profile != Profile::BacktestingPy);
        let mut ends = Vec::new();
        let mut day_end = i64::MIN;
        for (step, &at) in time.iter().enumerate() {
            if at - earlier >= day_end {
                day_end = (day_of(at - earlier) + 1) * NANOS_PER_DAY;
                if step > 0 {
                    ends.push(step - 1);
                }
            }
        }
        ends.extend(time.len().checked_sub(1));
        Self(Some(ends))
    }

    /// Whether every step is a period.
    pub(super) const fn are_steps(&self) -> bool {
        self.0.is_none()
    }

    /// The ends of the periods from the step `start` on.
    fn ends(&self, start: usize, steps: usize) -> Ends<'_> {
        match &self.0 {
            None => Ends::Steps(start.min(steps)..steps),
            Some(days) => Ends::Days(&days[days.partition_point(|&end| end < start)..]),
        }
    }

    /// The equity of a run at the ends of its periods from `start` on, those without a return left
    /// out, up to a ruin; `None` without a period.
    pub(super) fn curve<'a>(
        &'a self,
        input: &Input<'a>,
        start: usize,
        conventions: &Conventions,
    ) -> Option<Curve<'a>> {
        let ends = self.ends(start, input.equity.len());
        let first = ends.iter().next()?;
        let untouched = first == start && input.equity[first] == input.initial_cash;
        let (skipped, base) = match conventions.profile {
            Profile::BacktestingPy => (1, input.equity[first]),
            Profile::NeuralTrader if untouched => (1, input.initial_cash),
            Profile::NeuralTrader | Profile::Vectorbt => (0, input.initial_cash),
        };
        let (ends, values) = match ends {
            Ends::Steps(steps) => {
                let steps = steps.start + skipped..steps.end;
                (Ends::Steps(steps.clone()), input.equity[steps].into())
            }
            Ends::Days(days) => {
                let days = &days[skipped..];
                let values: Vec<f64> = days.iter().map(|&end| input.equity[end]).collect();
                (Ends::Days(days), values.into())
            }
        };
        let values = if conventions.profile == Profile::Vectorbt {
            values
        } else {
            up_to_ruin(base, values)
        };
        Some(Curve {
            base,
            values,
            ends,
            first,
        })
    }
}

/// A curve with the value that ruined it, and without those after.
fn up_to_ruin(base: f64, values: Cow<'_, [f64]>) -> Cow<'_, [f64]> {
    if base > 0.0 && (values.is_empty() || nt_math::min(&values) > 0.0) {
        return values;
    }
    let kept = if base > 0.0 {
        let ruin = values.iter().position(|&value| value <= 0.0);
        ruin.map_or(values.len(), |at| at + 1)
    } else {
        0
    };
    match values {
        Cow::Borrowed(values) => values[..kept].into(),
        Cow::Owned(values) => values[..kept].to_vec().into(),
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

fn returns(curve: &Curve<'_>, conventions: &Conventions) -> Vec<f64> {
    let befores = std::iter::once(&curve.base).chain(curve.values.iter());
    let pairs = befores.zip(curve.values.iter());
    if conventions.profile == Profile::Vectorbt {
        pairs
            .map(|(&before, &value)| signed_return(before, value))
            .collect()
    } else {
        pairs.map(|(before, value)| value / before - 1.0).collect()
    }
}

fn signed_return(before: f64, value: f64) -> f64 {
    match (value - before) / before {
        change if before < 0.0 => -change,
        _ if before == 0.0 && value == 0.0 => 0.0,
        change => change,
    }
}

fn benchmark_returns(close: &[f64], from: usize, ends: &Ends<'_>) -> Vec<f64> {
    let Some(&base) = close.get(from) else {
        return Vec::new();
    };
    let befores = std::iter::once(base).chain(ends.iter().map(|end| close[end]));
    befores
        .zip(ends.iter())
        .map(|(before, end)| close[end] / before - 1.0)
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
        let ends = |start, conventions: &Conventions| -> Vec<usize> {
            Periods::of(&time, conventions)
                .ends(start, time.len())
                .iter()
                .collect()
        };
        assert_eq!(ends(0, &days), [2, 4]);
        assert_eq!(ends(4, &days), [4]);
        let theirs = Conventions {
            returns_per: ReturnsPer::Day,
            ..geometric()
        };
        assert_eq!(ends(0, &theirs), [1, 3, 4]);
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
