use std::collections::VecDeque;

use crate::state::state;

/// The best of the last `period` values of a stream: a queue of the values that no later one
/// beats (or equals, where the latest of equal ones counts), so each value enters and leaves once.
#[derive(Clone, Debug)]
pub(crate) struct RollingExtreme {
    period: usize,
    bar: usize,
    /// Values in a row up to now that are not NaN.
    run: usize,
    /// Candidates with their bars, the best first.
    candidates: VecDeque<(usize, f64)>,
    better: fn(f64, f64) -> bool,
}

state!(RollingExtreme {
    bar,
    run,
    candidates
});

impl RollingExtreme {
    fn new(period: usize, better: fn(f64, f64) -> bool) -> Self {
        let candidates = VecDeque::with_capacity(period + 1);
        Self {
            period,
            bar: 0,
            run: 0,
            candidates,
            better,
        }
    }

    pub(crate) fn highest(period: usize) -> Self {
        Self::new(period, |a, b| a > b)
    }

    pub(crate) fn lowest(period: usize) -> Self {
        Self::new(period, |a, b| a < b)
    }

    /// The highest value whose [`RollingExtreme::age`] is that of the first of equal ones.
    pub(crate) fn first_highest(period: usize) -> Self {
        Self::new(period, |a, b| a >= b)
    }

    /// The lowest value whose [`RollingExtreme::age`] is that of the first of equal ones.
    pub(crate) fn first_lowest(period: usize) -> Self {
        Self::new(period, |a, b| a <= b)
    }

    pub(crate) const fn period(&self) -> usize {
        self.period
    }

    /// Bars since the extreme, 0 for the current one; of equal values the latest.
    pub(crate) fn age(&self) -> usize {
        self.candidates
            .front()
            .map_or(0, |&(bar, _)| self.bar - bar)
    }

    /// Takes the next value; NaN while the window fills.
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        self.bar += 1;
        if value.is_nan() {
            self.run = 0;
            self.candidates.clear();
            return f64::NAN;
        }
        self.run += 1;
        while self
            .candidates
            .back()
            .is_some_and(|&(_, other)| !(self.better)(other, value))
        {
            self.candidates.pop_back();
        }
        // Zeros come out as +0, as from the batch kernel.
        self.candidates.push_back((self.bar, value + 0.0));
        while self
            .candidates
            .front()
            .is_some_and(|&(bar, _)| bar + self.period <= self.bar)
        {
            self.candidates.pop_front();
        }
        if self.run < self.period {
            f64::NAN
        } else {
            self.candidates[0].1
        }
    }
}
