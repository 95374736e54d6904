use std::ops::Add;

use crate::lanes::{reduce, reduce_scalar};
use crate::level::{Kernel, dispatch};

/// The sum of a column in the lane order of this crate: sixteen partial sums folded by halves.
/// 0 for an empty column; NaN goes through.
#[must_use]
pub fn sum(x: &[f64]) -> f64 {
    dispatch(Sum { x })
}

/// The sum of `x[i] - origin`, in the lane order of [`sum`]. 0 for an empty column; NaN goes
/// through.
#[must_use]
pub fn sum_about(x: &[f64], origin: f64) -> f64 {
    dispatch(SumAbout { x, origin })
}

/// The sum of `(x[i] - mean)²`, in the lane order of [`sum`]. 0 for an empty column; NaN goes
/// through.
#[must_use]
pub fn sum_of_squares_about(x: &[f64], mean: f64) -> f64 {
    dispatch(SumOfSquares { x, mean })
}

/// The sum of `|x[i] - centre|`, in the lane order of [`sum`]. 0 for an empty column; NaN goes
/// through.
#[must_use]
pub fn sum_of_distances(x: &[f64], centre: f64) -> f64 {
    dispatch(SumOfDistances { x, centre })
}

struct Sum<'a> {
    x: &'a [f64],
}

impl Kernel for Sum<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        reduce_scalar(self.x, 0.0, Add::add, Add::add)
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        reduce(self.x, 0.0, |sum, value| sum + value, |a, b| a + b)
    }
}

struct SumAbout<'a> {
    x: &'a [f64],
    origin: f64,
}

impl Kernel for SumAbout<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        reduce_scalar(
            self.x,
            0.0,
            |sum, value| sum + (value - self.origin),
            Add::add,
        )
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        reduce(
            self.x,
            0.0,
            |sum, value| sum + (value - self.origin),
            |a, b| a + b,
        )
    }
}

struct SumOfSquares<'a> {
    x: &'a [f64],
    mean: f64,
}

impl Kernel for SumOfSquares<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        let square = |sum: f64, value: f64| sum + (value - self.mean) * (value - self.mean);
        reduce_scalar(self.x, 0.0, square, Add::add)
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        let square = |sum: f64, value: f64| {
            let deviation = value - self.mean;
            sum + deviation * deviation
        };
        reduce(self.x, 0.0, square, |a, b| a + b)
    }
}

struct SumOfDistances<'a> {
    x: &'a [f64],
    centre: f64,
}

impl Kernel for SumOfDistances<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        let distance = |sum: f64, value: f64| sum + (value - self.centre).abs();
        reduce_scalar(self.x, 0.0, distance, Add::add)
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        let distance = |sum: f64, value: f64| sum + (value - self.centre).abs();
        reduce(self.x, 0.0, distance, |a, b| a + b)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn whole_numbers_add_up_exactly() {
        let x: Vec<f64> = (1..=1000).map(f64::from).collect();
        assert_eq!(sum(&x), 500_500.0);
        assert_eq!(sum_of_squares_about(&[1.0, 2.0, 6.0], 3.0), 14.0);
        assert_eq!(sum_about(&[1.0, 2.0, 6.0], 2.0), 3.0);
        assert_eq!(sum_of_distances(&[1.0, 2.0, 6.0], 3.0), 6.0);
        assert_eq!(sum(&[]), 0.0);
    }

    /// Pins the order: lanes 0 and 8 meet first, so the great values cancel before the 1 is added.
    #[test]
    fn lanes_are_folded_by_halves() {
        let mut x = [0.0; 16];
        (x[0], x[7], x[8]) = (1e17, 1.0, -1e17);
        assert_eq!(sum(&x), 1.0);
        x.swap(7, 8);
        assert_eq!(sum(&x), 0.0);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), mean in any_float()) {
            same_on_all_levels(|run| vec![run.on(Sum { x: &x })]);
            same_on_all_levels(|run| vec![run.on(SumAbout { x: &x, origin: mean })]);
            same_on_all_levels(|run| vec![run.on(SumOfSquares { x: &x, mean })]);
            same_on_all_levels(|run| vec![run.on(SumOfDistances { x: &x, centre: mean })]);
        }
    }
}
