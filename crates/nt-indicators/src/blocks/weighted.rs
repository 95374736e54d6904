use super::anchor::{Anchor, Step};
use super::in_stretches::in_stretches;
use super::side_by_side::Stretches;
use super::sliding_sum::SlidingSum;
use super::window::Window;
use crate::state::state;

/// The average of the last `period` values with the weights 1, 2, ..., `period`, the latest
/// weighing most.
#[derive(Clone, Debug)]
pub(crate) struct Weighted {
    shape: Shape,
    anchor: Anchor,
    sums: Sums,
    window: Window,
}

state!(Weighted {
    anchor,
    sums,
    window
});

/// What only depends on the period.
#[derive(Clone, Copy, Debug)]
struct Shape {
    period: f64,
    per_weight: f64,
}

/// The sum of the window, and with its weights.
#[derive(Clone, Debug, Default)]
struct Sums {
    sum: SlidingSum,
    ramp: f64,
}

state!(Sums { sum, ramp });

impl Weighted {
    pub(crate) fn new(period: usize) -> Self {
        let n = period as f64;
        Self {
            shape: Shape {
                period: n,
                per_weight: 2.0 / (n * (n + 1.0)),
            },
            anchor: Anchor::new(period),
            sums: Sums::default(),
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

    /// NaN while the window fills.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        let leaving = self.window.push(value);
        let step = self.anchor.advance(value);
        let window = self.window.values();
        self.sums.step(step, [value, leaving], window, self.shape)
    }

    /// The averages on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let (shape, sums) = (self.shape, &mut self.sums);
        in_stretches(
            (&mut self.window, &mut self.anchor),
            values,
            out,
            |input, at, out| weigh_side_by_side(input, at, out, shape),
            |step, values, window| sums.step(step, values, window, shape),
        );
    }
}

impl Sums {
    #[inline]
    fn step(&mut self, step: Step, values: [f64; 2], window: &[f64], shape: Shape) -> f64 {
        let [entering, leaving] = values;
        let before = self.sum.value();
        let slid = before + (entering - leaving);
        self.sum.step(step, entering, leaving, || window);
        if step == Step::Slide && SlidingSum::keeps(slid, leaving) {
            self.ramp += shape.period * entering - before;
        } else if step != Step::Wait {
            self.ramp = ramp(window);
        } else {
            return f64::NAN;
        }
        self.ramp * shape.per_weight
    }
}

/// What [`Sums`] gives for [`super::SLIDING`] bars from an anchor on, as
/// [`super::slide_side_by_side`].
fn weigh_side_by_side(input: &[f64], start: usize, out: &mut [f64], shape: Shape) -> bool {
    let Some(stretches) = Stretches::new(input, shape.period as usize, start, out) else {
        return false;
    };
    let mut sums = stretches.windows().map(nt_math::sum);
    let mut ramps = stretches.windows().map(ramp);
    stretches.fill(ramps.map(|ramp| ramp * shape.per_weight), |at, new, old| {
        let before = sums[at];
        sums[at] += new - old;
        ramps[at] += shape.period * new - before;
        (
            ramps[at] * shape.per_weight,
            SlidingSum::keeps(sums[at], old),
        )
    })
}

#[cold]
fn ramp(window: &[f64]) -> f64 {
    let weighted = |(place, value): (usize, &f64)| (place + 1) as f64 * value;
    window.iter().enumerate().map(weighted).sum()
}
