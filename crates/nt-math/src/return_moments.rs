use std::ops::Add;

use crate::lanes::{LANES, fold};
use crate::level::{Kernel, dispatch};

/// Sum and sum of squares of some values, each in the lane order of [`sum`](crate::sum).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Sum of the values.
    pub sum: f64,
    /// Sum of their squares.
    pub squares: f64,
}

/// The moments of a column: zero for an empty one; NaN goes through.
#[must_use]
pub fn moments(x: &[f64]) -> Moments {
    dispatch(Plain { x })
}

/// The moments of the returns of a curve, `values[i] / values[i - 1] - 1`, the first of them from
/// `base`: the same bits as [`moments`] of the column of returns, which is not made. Every value but
/// the last, and the base, must be positive and finite. Stretches without a change cost next to nothing.
#[must_use]
pub fn return_moments(values: &[f64], base: f64) -> Moments {
    dispatch(OfReturns { values, base })
}

/// The sum of `(return - mean)²` over the returns of a curve, as [`return_moments`] takes them; the
/// same bits as [`sum_of_squares_about`](crate::sum_of_squares_about) of the column of returns.
#[must_use]
pub fn return_squares_about(values: &[f64], base: f64, mean: f64) -> f64 {
    dispatch(SquaresOfReturns { values, base, mean })
}

/// Sums and sums of squares by lane.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lanes {
    sum: [f64; LANES],
    squares: [f64; LANES],
}

impl Lanes {
    pub const EMPTY: Self = Self {
        sum: [0.0; LANES],
        squares: [0.0; LANES],
    };

    #[inline(always)]
    pub fn add(&mut self, lane: usize, value: f64) {
        self.sum[lane] += value;
        self.squares[lane] += value * value;
    }

    #[inline(always)]
    pub fn add_all(&mut self, values: &[f64; LANES]) {
        for (sum, &value) in self.sum.iter_mut().zip(values) {
            *sum += value;
        }
        for (squares, &value) in self.squares.iter_mut().zip(values) {
            *squares += value * value;
        }
    }

    #[inline(always)]
    pub fn folded(self) -> Moments {
        Moments {
            sum: fold(self.sum, Add::add),
            squares: fold(self.squares, Add::add),
        }
    }
}

struct Plain<'a> {
    x: &'a [f64],
}

impl Kernel for Plain<'_> {
    type Output = Moments;

    fn scalar(self) -> Moments {
        let mut lanes = Lanes::EMPTY;
        for (index, &value) in self.x.iter().enumerate() {
            lanes.add(index % LANES, value);
        }
        lanes.folded()
    }

    #[inline(always)]
    fn vector(self) -> Moments {
        let mut lanes = Lanes::EMPTY;
        let (groups, rest) = self.x.as_chunks::<LANES>();
        for group in groups {
            lanes.add_all(group);
        }
        for (lane, &value) in rest.iter().enumerate() {
            lanes.add(lane, value);
        }
        lanes.folded()
    }
}

/// The returns of a group of values from those before.
#[inline(always)]
pub(crate) fn returns_of(now: &[f64; LANES], before: &[f64; LANES]) -> [f64; LANES] {
    let mut returns = [0.0; LANES];
    for lane in 0..LANES {
        returns[lane] = now[lane] / before[lane] - 1.0;
    }
    returns
}

/// The values before those of the first group.
#[inline(always)]
fn before_first(first: &[f64; LANES], base: f64) -> [f64; LANES] {
    let mut before = [base; LANES];
    before[1..].copy_from_slice(&first[..LANES - 1]);
    before
}

/// Groups from the second on, each with the values before it.
#[inline(always)]
fn later_groups(values: &[f64]) -> impl Iterator<Item = (&[f64; LANES], &[f64; LANES])> {
    let befores = values.get(LANES - 1..).unwrap_or_default();
    let nows = values.get(LANES..).unwrap_or_default();
    nows.as_chunks::<LANES>()
        .0
        .iter()
        .zip(befores.as_chunks::<LANES>().0)
}

/// What is left of values after whole groups, and the value before it.
#[inline(always)]
fn rest_of(values: &[f64], base: f64) -> (&[f64], f64) {
    let whole = values.len() / LANES * LANES;
    let before = whole.checked_sub(1).map_or(base, |last| values[last]);
    (&values[whole..], before)
}

struct OfReturns<'a> {
    values: &'a [f64],
    base: f64,
}

impl Kernel for OfReturns<'_> {
    type Output = Moments;

    fn scalar(self) -> Moments {
        let mut lanes = Lanes::EMPTY;
        let mut before = self.base;
        for (index, &now) in self.values.iter().enumerate() {
            lanes.add(index % LANES, now / before - 1.0);
            before = now;
        }
        lanes.folded()
    }

    #[inline(always)]
    fn vector(self) -> Moments {
        let mut lanes = Lanes::EMPTY;
        if let Some(first) = self.values.first_chunk() {
            lanes.add_all(&returns_of(first, &before_first(first, self.base)));
        }
        for (now, before) in later_groups(self.values) {
            let mut changed = false;
            for lane in 0..LANES {
                changed |= now[lane] != before[lane];
            }
            // Else each return is 0, and 0 added to a lane leaves its bits.
            if changed {
                lanes.add_all(&returns_of(now, before));
            }
        }
        let (rest, mut before) = rest_of(self.values, self.base);
        for (lane, &now) in rest.iter().enumerate() {
            lanes.add(lane, now / before - 1.0);
            before = now;
        }
        lanes.folded()
    }
}

struct SquaresOfReturns<'a> {
    values: &'a [f64],
    base: f64,
    mean: f64,
}

impl Kernel for SquaresOfReturns<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        let mut lanes = [0.0; LANES];
        let mut before = self.base;
        for (index, &now) in self.values.iter().enumerate() {
            let deviation = now / before - 1.0 - self.mean;
            lanes[index % LANES] += deviation * deviation;
            before = now;
        }
        fold(lanes, Add::add)
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        let mut lanes = [0.0; LANES];
        let mut add = |returns: [f64; LANES]| {
            for lane in 0..LANES {
                let deviation = returns[lane] - self.mean;
                lanes[lane] += deviation * deviation;
            }
        };
        if let Some(first) = self.values.first_chunk() {
            add(returns_of(first, &before_first(first, self.base)));
        }
        for (now, before) in later_groups(self.values) {
            add(returns_of(now, before));
        }
        let (rest, mut before) = rest_of(self.values, self.base);
        for (lane, &now) in rest.iter().enumerate() {
            let deviation = now / before - 1.0 - self.mean;
            lanes[lane] += deviation * deviation;
            before = now;
        }
        fold(lanes, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};
    use crate::{sum, sum_of_squares_about};

    #[test]
    fn a_rise_and_a_fall() {
        let found = return_moments(&[110.0, 110.0, 55.0], 100.0);
        let rise = 110.0 / 100.0 - 1.0;
        assert_eq!(found.sum, rise + 0.0 - 0.5);
        assert_eq!(found.squares, rise * rise + 0.25);
        assert_eq!(return_moments(&[], 1.0), moments(&[]));
    }

    /// Curves with long stretches without a change.
    fn curve() -> impl Strategy<Value = Vec<f64>> {
        let stretch = (0.5..2.0_f64, 1..40_usize);
        prop::collection::vec(stretch, 0..12).prop_map(|stretches| {
            stretches
                .into_iter()
                .flat_map(|(value, length)| std::iter::repeat_n(value, length))
                .collect()
        })
    }

    fn returns(values: &[f64], base: f64) -> Vec<f64> {
        let befores = std::iter::once(&base).chain(values);
        values
            .iter()
            .zip(befores)
            .map(|(now, before)| now / before - 1.0)
            .collect()
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), values in curve(), mean in any_float()) {
            let pair = |moments: Moments| vec![moments.sum, moments.squares];
            same_on_all_levels(|run| pair(run.on(Plain { x: &x })));
            same_on_all_levels(|run| pair(run.on(OfReturns { values: &values, base: 1.5 })));
            same_on_all_levels(|run| vec![run.on(SquaresOfReturns { values: &values, base: 1.5, mean })]);
        }

        #[test]
        fn the_same_bits_as_over_the_column_of_returns(values in curve(), mean in -1.0..1.0_f64) {
            let column = returns(&values, 1.25);
            let found = return_moments(&values, 1.25);
            prop_assert_eq!(found, moments(&column));
            prop_assert_eq!(found.sum.to_bits(), sum(&column).to_bits());
            let about = return_squares_about(&values, 1.25, mean);
            prop_assert_eq!(about.to_bits(), sum_of_squares_about(&column, mean).to_bits());
        }
    }
}
