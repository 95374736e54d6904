use super::window::Window;
use crate::state::state;

/// The value of so many bars ago.
#[derive(Clone, Debug)]
pub(crate) struct Lag(Window);

state!(Lag { 0 });

impl Lag {
    pub(crate) fn new(bars: usize) -> Self {
        Self(Window::new(bars))
    }

    /// How many bars ago.
    pub(crate) const fn bars(&self) -> usize {
        self.0.period()
    }

    /// Takes the value of this bar and gives the one of `bars` bars ago, NaN before there is one.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        self.0.push(value)
    }

    /// A value made of each value of a column, from bar `start` on, and the one before it.
    pub(crate) fn fill(
        &self,
        input: &[f64],
        start: usize,
        out: &mut [f64],
        result: impl Fn(f64, f64) -> f64,
    ) {
        let first = self.bars().clamp(start, input.len());
        let (head, body) = out.split_at_mut(first - start);
        head.fill(f64::NAN);
        let before = &input[first - self.bars().min(first)..][..body.len()];
        nt_math::map_pairs(body, &input[first..], before, result);
    }
}
