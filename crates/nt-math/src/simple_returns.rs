use crate::level::{Kernel, dispatch};

/// `out[i] = x[i] / x[i - 1] - 1`, with NaN first: the return of each step of a price or equity
/// curve. Follows IEEE arithmetic where `x[i - 1]` is zero or NaN.
///
/// # Panics
/// When the lengths differ.
pub fn simple_returns(out: &mut [f64], x: &[f64]) {
    assert_eq!(out.len(), x.len(), "out and x must have equal lengths");
    dispatch(SimpleReturns { out, x });
}

struct SimpleReturns<'a> {
    out: &'a mut [f64],
    x: &'a [f64],
}

impl Kernel for SimpleReturns<'_> {
    type Output = ();

    fn scalar(self) {
        for index in 0..self.x.len() {
            self.out[index] = if index == 0 {
                f64::NAN
            } else {
                self.x[index] / self.x[index - 1] - 1.0
            };
        }
    }

    #[inline(always)]
    fn vector(self) {
        let Some((first, out)) = self.out.split_first_mut() else {
            return;
        };
        *first = f64::NAN;
        for ((out, &now), &before) in out.iter_mut().zip(&self.x[1..]).zip(self.x) {
            *out = now / before - 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{column, same_on_all_levels};

    #[test]
    fn the_first_step_has_no_return() {
        let mut out = [0.0; 3];
        simple_returns(&mut out, &[100.0, 150.0, 75.0]);
        assert!(out[0].is_nan());
        assert_eq!(out[1..], [0.5, -0.5]);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column()) {
            same_on_all_levels(|run| {
                let mut out = vec![0.0; x.len()];
                run.on(SimpleReturns { out: &mut out, x: &x });
                out
            });
        }
    }
}
