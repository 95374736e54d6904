use std::collections::VecDeque;

use crate::state::state;

/// The best of the last `period` values of a stream: a queue of the values that no later one
/// beats (or equals, where the latest of equal ones counts), so each value enters and leaves once.
#[derive(Clone, Debug)]
pub(crate) struct RollingExtreme {
    period: usize,
    /// 1 for the highest value, -1 for the lowest: candidates are kept times it.
    sign: f64,
    /// Whether the first of equal values counts.
    first: bool,
    bar: usize,
    /// Values in a row up to now that are not NaN.
    run: usize,
    /// Candidates with their bars, the best first.
    candidates: VecDeque<(usize, f64)>,
}

state!(RollingExtreme {
    bar,
    run,
    candidates
});

impl RollingExtreme {
    fn new(period: usize, sign: f64, first: bool) -> Self {
        Self {
            period,
            sign,
            first,
            bar: 0,
            run: 0,
            candidates: VecDeque::with_capacity(period + 1),
        }
    }

    pub(crate) fn highest(period: usize) -> Self {
        Self::new(period, 1.0, false)
    }

    pub(crate) fn lowest(period: usize) -> Self {
        Self::new(period, -1.0, false)
    }

    /// The highest value whose [`RollingExtreme::age`] is that of the first of equal ones.
    pub(crate) fn first_highest(period: usize) -> Self {
        Self::new(period, 1.0, true)
    }

    /// The lowest value whose [`RollingExtreme::age`] is that of the first of equal ones.
    pub(crate) fn first_lowest(period: usize) -> Self {
        Self::new(period, -1.0, true)
    }

    pub(crate) const fn period(&self) -> usize {
        self.period
    }

    /// Bars since the extreme, 0 for the current one; of equal values the latest.
    pub(crate) fn age(&self) -> usize {
        self.candidates
            .front()
            .map_or(0, |&(bar, _)| self.bar.saturating_sub(bar))
    }

    /// Takes the next value; NaN while the window fills.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        self.bar += 1;
        if value.is_nan() {
            return self.restart();
        }
        self.run += 1;
        let value = value * self.sign;
        while let Some(&(_, other)) = self.candidates.back()
            && (other < value || other == value && !self.first)
        {
            self.candidates.pop_back();
        }
        self.candidates.push_back((self.bar, value));
        // One bar leaves the window at a time.
        if let Some(&(bar, _)) = self.candidates.front()
            && bar + self.period <= self.bar
        {
            self.candidates.pop_front();
        }
        if self.run < self.period {
            return f64::NAN;
        }
        // Zeros come out as +0, as from the batch kernel.
        self.candidates[0].1 * self.sign + 0.0
    }

    #[cold]
    fn restart(&mut self) -> f64 {
        self.run = 0;
        self.candidates.clear();
        f64::NAN
    }
}
