use super::anchor::Anchor;
use super::in_stretches::in_stretches;
use super::sliding_sum::{SlidingSum, slide_side_by_side};
use super::window::Window;
use crate::state::state;

/// The sum of the last `period` values, kept to its last digits by [`Anchor`].
#[derive(Clone, Debug)]
pub(crate) struct RollingSum {
    period: f64,
    anchor: Anchor,
    sum: SlidingSum,
    window: Window,
}

state!(RollingSum {
    anchor,
    sum,
    window
});

impl RollingSum {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period: period as f64,
            anchor: Anchor::new(period),
            sum: SlidingSum::default(),
            window: Window::new(period),
        }
    }

    /// Begins with bar `first`: see [`Anchor::begin_at`].
    pub(crate) fn begin_at(self, first: usize) -> Self {
        Self {
            anchor: self.anchor.begin_at(first),
            ..self
        }
    }

    /// NaN while the window fills, or holds a value that is not finite.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        self.sum.step(step, value, leaving, || self.window.values())
    }

    /// The sums on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let (period, sum) = (self.period(), &mut self.sum);
        in_stretches(
            (&mut self.window, &mut self.anchor),
            values,
            out,
            |input, at, out| slide_side_by_side(input, period, at, out),
            |step, [entering, leaving], window| sum.step(step, entering, leaving, || window),
        );
    }

    /// The means on the next values, all finite.
    pub(crate) fn fill_means(&mut self, values: &[f64], out: &mut [f64]) {
        self.fill(values, out);
        nt_math::divide(out, self.period);
    }

    /// The mean instead of the sum.
    #[inline]
    pub(crate) fn mean(&mut self, value: f64) -> f64 {
        self.update(value) / self.period
    }

    pub(crate) const fn period(&self) -> usize {
        self.window.period()
    }

    /// The values summed, oldest first.
    pub(crate) fn values(&self) -> &[f64] {
        self.window.values()
    }
}
