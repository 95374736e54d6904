use std::ops::Range;

use super::anchor::{ANCHOR_EVERY, Anchor, Step};
use super::side_by_side::SLIDING;
use super::sliding_squares::{SlidingSquares, square_side_by_side};
use super::stretches::stretches;
use super::window::Window;
use crate::state::state;

/// The sum of squared deviations from the mean over the last `period` values, which keeps its
/// digits at any offset of the values and after spikes: divide it by the period for the variance.
#[derive(Clone, Debug)]
pub(crate) struct RollingMoments {
    period: usize,
    per_value: f64,
    anchor: Anchor,
    squares: SlidingSquares,
    window: Window,
}

state!(RollingMoments {
    anchor,
    squares,
    window
});

impl RollingMoments {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period,
            per_value: 1.0 / period as f64,
            anchor: Anchor::new(period),
            squares: SlidingSquares::default(),
            window: Window::new(period),
        }
    }

    /// The sum of squared deviations, never negative; NaN while the window fills.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        self.squares.step(step, value, leaving, self.per_value, || {
            self.window.values()
        })
    }

    /// The variance of the population.
    #[inline]
    pub(crate) fn variance(&mut self, value: f64) -> f64 {
        self.update(value) * self.per_value
    }

    /// How far a value is from the mean of the window, to its last digits at any offset.
    #[inline]
    pub(crate) fn above_mean(&self, value: f64) -> f64 {
        self.squares.above_mean(value, self.per_value)
    }

    /// The sums over a column of finite values, from the first bar or an anchor on, with the bits
    /// of [`RollingMoments::update`].
    pub(crate) fn fill(&mut self, input: &[f64], start: usize, out: &mut [f64]) {
        let (period, per_value) = (self.period, self.per_value);
        let warm_up = (period - 1).clamp(start, input.len()) - start;
        out[..warm_up].fill(f64::NAN);
        let mut done = 0;
        for bars in stretches(start..input.len(), period) {
            if bars.start < done {
                continue;
            }
            let several = bars.start..bars.start + SLIDING;
            let anchored = bars.start >= period && bars.start.is_multiple_of(ANCHOR_EVERY);
            let whole = out
                .get_mut(bars.start - start..several.end - start)
                .filter(|_| anchored);
            if whole.is_some_and(|out| square_side_by_side(input, period, several.start, out)) {
                done = several.end;
            } else {
                let out = &mut out[bars.start - start..bars.end - start];
                self.stretch(input, bars, out, per_value);
            }
        }
    }

    fn stretch(&mut self, input: &[f64], bars: Range<usize>, out: &mut [f64], per_value: f64) {
        let period = self.period;
        let window = |bar: usize| &input[bar + 1 - period..=bar];
        let (first, next) = (bars.start, bars.start + 1);
        let value = input[first];
        out[0] = self
            .squares
            .step(Step::Refresh, value, f64::NAN, per_value, || window(first));
        let entering = &input[next..bars.end];
        let leaving = &input[next - period..bars.end - period];
        let values = entering.iter().zip(leaving);
        for (bar, (out, (&new, &old))) in (next..).zip(out[1..].iter_mut().zip(values)) {
            *out = self
                .squares
                .step(Step::Slide, new, old, per_value, || window(bar));
        }
    }

    /// What turns a sum of squares into a variance: 1 / period.
    pub(crate) const fn per_value(&self) -> f64 {
        self.per_value
    }
}
