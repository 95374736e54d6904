use super::rolling_sum::RollingSum;
use super::window::Window;
use crate::state::state;

/// Kaufman's adaptive average: exponential smoothing that is fast where prices go one way and slow
/// where they go to and fro.
#[derive(Clone, Debug)]
pub(crate) struct Kama {
    values: Window,
    moves: RollingSum,
    previous: f64,
    average: f64,
}

state!(Kama {
    values,
    moves,
    previous,
    average
});

const FAST: f64 = 2.0 / 3.0;
const SLOW: f64 = 2.0 / 31.0;

impl Kama {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            values: Window::new(period),
            moves: RollingSum::new(period),
            previous: f64::NAN,
            average: f64::NAN,
        }
    }

    /// NaN for the first `period` values.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let before = self.values.push(value);
        let previous = std::mem::replace(&mut self.previous, value);
        if previous.is_nan() {
            return f64::NAN;
        }
        let moved = self.moves.update((value - previous).abs());
        if moved.is_nan() {
            return f64::NAN;
        }
        if self.average.is_nan() {
            self.average = previous;
        }
        let efficiency = efficiency(value - before, moved);
        let factor = efficiency * (FAST - SLOW) + SLOW;
        self.average += (value - self.average) * (factor * factor);
        self.average
    }
}

/// The way from end to end over the way gone, at most 1.
fn efficiency(way: f64, moved: f64) -> f64 {
    if moved <= way || moved == 0.0 {
        1.0
    } else {
        (way / moved).abs()
    }
}
