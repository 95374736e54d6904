use super::anchor::Step;
use crate::state::state;

/// The sum of squared deviations from the mean of a window, from running sums about `origin`, a
/// value of the window.
#[derive(Clone, Debug, Default)]
pub(crate) struct SlidingSquares {
    origin: f64,
    sum: f64,
    sum_of_squares: f64,
}

state!(SlidingSquares {
    origin,
    sum,
    sum_of_squares
});

/// Where the sum of squares is so much greater than what is left of it about the mean, its last
/// digits are noise: the window has moved away from the origin, or a spike has left it.
pub(crate) const LOST_DIGITS: f64 = 1.0 / 65_536.0;

impl SlidingSquares {
    /// Never negative; NaN while waiting.
    #[inline]
    pub(crate) fn step<'a>(
        &mut self,
        step: Step,
        entering: f64,
        leaving: f64,
        per_value: f64,
        window: impl Fn() -> &'a [f64],
    ) -> f64 {
        let before = self.sum_of_squares;
        let (new, old) = (entering - self.origin, leaving - self.origin);
        self.sum += new - old;
        self.sum_of_squares += new * new - old * old;
        let slid = self.about_the_mean(per_value);
        if step == Step::Slide && before * LOST_DIGITS <= slid {
            return slid;
        }
        if step == Step::Wait {
            return f64::NAN;
        }
        self.refresh(entering, window());
        let fresh = self.about_the_mean(per_value);
        if fresh > 0.0 { fresh } else { 0.0 }
    }

    /// How far a value is from the mean of the window.
    #[inline]
    pub(crate) fn above_mean(&self, value: f64, per_value: f64) -> f64 {
        (value - self.origin) - self.sum * per_value
    }

    #[cold]
    fn refresh(&mut self, origin: f64, window: &[f64]) {
        self.origin = origin;
        self.sum = nt_math::sum_about(window, origin);
        self.sum_of_squares = nt_math::sum_of_squares_about(window, origin);
    }

    #[inline]
    fn about_the_mean(&self, per_value: f64) -> f64 {
        self.sum_of_squares - self.sum * self.sum * per_value
    }
}
