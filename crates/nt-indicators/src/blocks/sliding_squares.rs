use super::anchor::{ANCHOR_EVERY, Step};
use super::side_by_side::SIDE_BY_SIDE;
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

/// What [`SlidingSquares`] gives for [`super::SLIDING`] bars from an anchor on, the stretches
/// between anchors in the lanes of a vector.
///
/// False where a value is not finite, a sum lost its digits or the bars are fewer: what was written
/// is then of no use, and [`SlidingSquares`] takes them one by one.
pub(crate) fn square_side_by_side(
    input: &[f64],
    period: usize,
    start: usize,
    out: &mut [f64],
) -> bool {
    let per_value = 1.0 / period as f64;
    let (stretches, _) = out.as_chunks_mut::<ANCHOR_EVERY>();
    let Ok(stretches) = <&mut [_; SIDE_BY_SIDE]>::try_from(stretches) else {
        return false;
    };
    let first: [usize; SIDE_BY_SIDE] = std::array::from_fn(|at| start + at * ANCHOR_EVERY);
    let values = |from: usize| input[from..].first_chunk::<ANCHOR_EVERY>();
    let (entering, leaving) = (first.map(values), first.map(|bar| values(bar - period)));
    let mut lanes = Lanes::new(input, period, first);
    for (stretch, fresh) in stretches.iter_mut().zip(lanes.about_the_means(per_value)) {
        stretch[0] = if fresh > 0.0 { fresh } else { 0.0 };
    }
    let (Some(entering), Some(leaving)) = (all(entering), all(leaving)) else {
        return false;
    };
    nt_math::on_best_level(|| {
        let mut kept_digits = true;
        for bar in 1..ANCHOR_EVERY {
            let before = lanes.squares;
            lanes.step(
                entering.map(|lane| lane[bar]),
                leaving.map(|lane| lane[bar]),
            );
            let slid = lanes.about_the_means(per_value);
            for at in 0..SIDE_BY_SIDE {
                kept_digits &= before[at] * LOST_DIGITS <= slid[at];
                stretches[at][bar] = slid[at];
            }
        }
        kept_digits
    })
}

fn all<T: Copy>(lanes: [Option<T>; SIDE_BY_SIDE]) -> Option<[T; SIDE_BY_SIDE]> {
    let [Some(a), Some(b), Some(c), Some(d)] = lanes else {
        return None;
    };
    Some([a, b, c, d])
}

/// [`SlidingSquares`] over several stretches.
struct Lanes {
    origins: [f64; SIDE_BY_SIDE],
    sums: [f64; SIDE_BY_SIDE],
    squares: [f64; SIDE_BY_SIDE],
}

impl Lanes {
    fn new(input: &[f64], period: usize, first: [usize; SIDE_BY_SIDE]) -> Self {
        let window = |bar: usize| &input[bar + 1 - period..=bar];
        Self {
            origins: first.map(|bar| input[bar]),
            sums: first.map(|bar| nt_math::sum_about(window(bar), input[bar])),
            squares: first.map(|bar| nt_math::sum_of_squares_about(window(bar), input[bar])),
        }
    }

    #[inline]
    fn step(&mut self, entering: [f64; SIDE_BY_SIDE], leaving: [f64; SIDE_BY_SIDE]) {
        for at in 0..SIDE_BY_SIDE {
            let origin = self.origins[at];
            let (new, old) = (entering[at] - origin, leaving[at] - origin);
            self.sums[at] += new - old;
            self.squares[at] += new * new - old * old;
        }
    }

    #[inline]
    fn about_the_means(&self, per_value: f64) -> [f64; SIDE_BY_SIDE] {
        std::array::from_fn(|at| self.squares[at] - self.sums[at] * self.sums[at] * per_value)
    }
}
