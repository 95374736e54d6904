use super::anchor::{Anchor, Step};
use super::sliding_sum::SlidingSum;
use super::window::Window;
use crate::state::state;

/// The average of the last `period` values with the weights 1, 2, ..., `period`, the latest
/// weighing most.
#[derive(Clone, Debug)]
pub(crate) struct Weighted {
    period: f64,
    per_weight: f64,
    anchor: Anchor,
    sum: SlidingSum,
    ramp: f64,
    window: Window,
}

state!(Weighted {
    anchor,
    sum,
    ramp,
    window
});

impl Weighted {
    pub(crate) fn new(period: usize) -> Self {
        let n = period as f64;
        Self {
            period: n,
            per_weight: 2.0 / (n * (n + 1.0)),
            anchor: Anchor::new(period),
            sum: SlidingSum::default(),
            ramp: 0.0,
            window: Window::new(period),
        }
    }

    /// NaN while the window fills.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        let before = self.sum.value();
        let slid = before + (value - leaving);
        self.sum.step(step, value, leaving, || self.window.values());
        if step == Step::Slide && SlidingSum::keeps(slid, leaving) {
            self.ramp += self.period * value - before;
        } else if step != Step::Wait {
            self.ramp = ramp(self.window.values());
        } else {
            return f64::NAN;
        }
        self.ramp * self.per_weight
    }
}

#[cold]
fn ramp(window: &[f64]) -> f64 {
    let weighted = |(place, value): (usize, &f64)| (place + 1) as f64 * value;
    window.iter().enumerate().map(weighted).sum()
}
