use super::anchor::{Anchor, Step};
use super::sliding_squares::LOST_DIGITS;
use super::stretches::stretches;
use super::window::Window;
use crate::state::state;

/// The least-squares line through a window of values at 0, 1, ..., `period - 1`, the last being
/// the current bar. NaN while the window fills.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) slope: f64,
    /// Height at 0, the oldest bar.
    pub(crate) intercept: f64,
}

impl Line {
    const NONE: Self = Self {
        slope: f64::NAN,
        intercept: f64::NAN,
    };

    /// Height so many bars after the oldest one.
    #[inline]
    pub(crate) fn at(self, bars: f64) -> f64 {
        self.intercept + self.slope * bars
    }
}

/// The line through the last `period` values, which keeps its digits as
/// [`super::RollingMoments`] does.
#[derive(Clone, Debug)]
pub(crate) struct RollingRegression {
    period: usize,
    shape: Shape,
    anchor: Anchor,
    sums: Sums,
    window: Window,
}

state!(RollingRegression {
    anchor,
    sums,
    window
});

/// What only depends on the period.
#[derive(Clone, Copy, Debug)]
struct Shape {
    last: f64,
    per_value: f64,
    middle: f64,
    /// 1 over the sum of squared deviations of 0, 1, ... from their middle.
    per_spread: f64,
}

/// Sums of values about an origin: plain, times their place, squared.
#[derive(Clone, Debug, Default)]
struct Sums {
    origin: f64,
    sum: f64,
    ramp: f64,
    squares: f64,
}

state!(Sums {
    origin,
    sum,
    ramp,
    squares
});

impl RollingRegression {
    /// Over at least 2 values.
    pub(crate) fn new(period: usize) -> Self {
        let n = period as f64;
        Self {
            period,
            shape: Shape {
                last: n - 1.0,
                per_value: 1.0 / n,
                middle: (n - 1.0) / 2.0,
                per_spread: 12.0 / (n * (n * n - 1.0)),
            },
            anchor: Anchor::new(period),
            sums: Sums::default(),
            window: Window::new(period),
        }
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> Line {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        self.sums
            .step(step, value, leaving, self.shape, || self.window.values())
    }

    /// A value made of the line for each bar of a column of finite values, from the first or an
    /// anchor on, with the bits of [`RollingRegression::update`].
    pub(crate) fn fill(
        &mut self,
        input: &[f64],
        start: usize,
        out: &mut [f64],
        value: impl Fn(Line) -> f64,
    ) {
        let (period, shape) = (self.period, self.shape);
        let warm_up = (period - 1).clamp(start, input.len()) - start;
        out[..warm_up].fill(f64::NAN);
        for bars in stretches(start..input.len(), period) {
            let window = |bar: usize| &input[bar + 1 - period..=bar];
            let (first, next) = (bars.start, bars.start + 1);
            let fresh = || window(first);
            out[first - start] =
                value(
                    self.sums
                        .step(Step::Refresh, input[first], f64::NAN, shape, fresh),
                );
            let entering = &input[next..bars.end];
            let leaving = &input[next - period..bars.end - period];
            let values = entering.iter().zip(leaving);
            for (bar, (out, (&new, &old))) in
                (next..).zip(out[next - start..bars.end - start].iter_mut().zip(values))
            {
                let fresh = || window(bar);
                *out = value(self.sums.step(Step::Slide, new, old, shape, fresh));
            }
        }
    }
}

impl Sums {
    #[inline]
    fn step<'a>(
        &mut self,
        step: Step,
        entering: f64,
        leaving: f64,
        shape: Shape,
        window: impl Fn() -> &'a [f64],
    ) -> Line {
        let before = self.squares;
        let (new, old) = (entering - self.origin, leaving - self.origin);
        self.ramp += shape.last * new - (self.sum - old);
        self.sum += new - old;
        self.squares += new * new - old * old;
        let spread = self.squares - self.sum * self.sum * shape.per_value;
        if step == Step::Slide && before * LOST_DIGITS <= spread {
            return self.line(shape);
        }
        if step == Step::Wait {
            return Line::NONE;
        }
        self.refresh(entering, window());
        self.line(shape)
    }

    #[cold]
    fn refresh(&mut self, origin: f64, window: &[f64]) {
        *self = Self {
            origin,
            ..Self::default()
        };
        for (place, value) in window.iter().enumerate() {
            let value = value - origin;
            self.sum += value;
            self.ramp += place as f64 * value;
            self.squares += value * value;
        }
    }

    #[inline]
    fn line(&self, shape: Shape) -> Line {
        let slope = (self.ramp - shape.middle * self.sum) * shape.per_spread;
        let mean = self.sum * shape.per_value;
        Line {
            slope,
            intercept: self.origin + (mean - slope * shape.middle),
        }
    }
}
