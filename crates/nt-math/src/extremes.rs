use crate::lanes::{reduce, reduce_scalar};
use crate::level::{Kernel, dispatch};

/// The least value; NaNs are passed over, and NaN is returned when there is nothing else. Which
/// zero is returned where -0 and +0 are both least is the same on every level, but not specified.
#[must_use]
pub fn min(x: &[f64]) -> f64 {
    let least = dispatch(Extreme {
        x,
        start: f64::INFINITY,
        better: lesser,
    });
    if least == f64::INFINITY {
        or_nan(x, least)
    } else {
        least
    }
}

/// The greatest value; see [`min`] for NaNs and zeros.
#[must_use]
pub fn max(x: &[f64]) -> f64 {
    let greatest = dispatch(Extreme {
        x,
        start: f64::NEG_INFINITY,
        better: greater,
    });
    if greatest == f64::NEG_INFINITY {
        or_nan(x, greatest)
    } else {
        greatest
    }
}

/// The start value came back: it is the answer only if the column holds it.
#[cold]
fn or_nan(x: &[f64], extreme: f64) -> f64 {
    if x.contains(&extreme) {
        extreme
    } else {
        f64::NAN
    }
}

#[inline(always)]
fn lesser(kept: f64, value: f64) -> f64 {
    if value < kept { value } else { kept }
}

#[inline(always)]
fn greater(kept: f64, value: f64) -> f64 {
    if value > kept { value } else { kept }
}

struct Extreme<'a, F> {
    x: &'a [f64],
    start: f64,
    better: F,
}

impl<F: Fn(f64, f64) -> f64 + Copy> Kernel for Extreme<'_, F> {
    type Output = f64;

    fn scalar(self) -> f64 {
        reduce_scalar(self.x, self.start, self.better, self.better)
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        reduce(self.x, self.start, self.better, self.better)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{bits, column, same_on_all_levels};

    #[test]
    fn nan_is_returned_only_where_nothing_else_is() {
        assert!(min(&[]).is_nan() && max(&[f64::NAN]).is_nan());
        assert_eq!(min(&[f64::NAN, f64::INFINITY]), f64::INFINITY);
        assert_eq!(max(&[f64::NEG_INFINITY, f64::NAN]), f64::NEG_INFINITY);
        assert_eq!(
            (min(&[3.0, f64::NAN, 2.0]), max(&[3.0, f64::NAN, 2.0])),
            (2.0, 3.0)
        );
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column()) {
            same_on_all_levels(|run| vec![run.on(Extreme { x: &x, start: f64::INFINITY, better: lesser })]);
            same_on_all_levels(|run| vec![run.on(Extreme { x: &x, start: f64::NEG_INFINITY, better: greater })]);
        }

        #[test]
        fn equals_the_standard_library_but_for_the_sign_of_zero(x in column()) {
            prop_assert_eq!(bits(min(&x) + 0.0), bits(x.iter().copied().fold(f64::NAN, f64::min) + 0.0));
            prop_assert_eq!(bits(max(&x) + 0.0), bits(x.iter().copied().fold(f64::NAN, f64::max) + 0.0));
        }
    }
}
