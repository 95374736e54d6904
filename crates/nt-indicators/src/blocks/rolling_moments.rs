use super::anchor::Anchor;
use super::sliding_squares::SlidingSquares;
use super::window::{Window, leaving};
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

    /// The sums over a whole column from a fresh start, the bits of [`RollingMoments::update`].
    pub(crate) fn fill(mut self, input: &[f64], out: &mut [f64]) {
        let (period, per_value) = (self.period, self.per_value);
        for (bar, (out, &value)) in out.iter_mut().zip(input).enumerate() {
            let (step, leaving) = (self.anchor.advance(value), leaving(input, period, bar));
            let window = || &input[bar + 1 - period..=bar];
            *out = self.squares.step(step, value, leaving, per_value, window);
        }
    }

    /// What turns a sum of squares into a variance: 1 / period.
    pub(crate) const fn per_value(&self) -> f64 {
        self.per_value
    }
}
