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

    /// A value made of each value and the one before it, for a whole column from a fresh start.
    pub(crate) fn fill(&self, input: &[f64], out: &mut [f64], result: impl Fn(f64, f64) -> f64) {
        let bars = self.0.period().min(input.len());
        out[..bars].fill(f64::NAN);
        for ((out, &value), &before) in out[bars..].iter_mut().zip(&input[bars..]).zip(input) {
            *out = result(value, before);
        }
    }
}
