use crate::level::{Kernel, dispatch};

/// `x[i] /= divisor`. Follows IEEE arithmetic.
pub fn divide(x: &mut [f64], divisor: f64) {
    dispatch(Elementwise {
        x,
        formula: |value: f64| value / divisor,
    });
}

/// `x[i] = sqrt(x[i] * factor) * scale`: standard deviations from sums of squares. Follows IEEE
/// arithmetic, so the root of a negative product is NaN.
pub fn scaled_roots(x: &mut [f64], factor: f64, scale: f64) {
    dispatch(Elementwise {
        x,
        formula: |value: f64| (value * factor).sqrt() * scale,
    });
}

struct Elementwise<'a, F> {
    x: &'a mut [f64],
    formula: F,
}

impl<F: Fn(f64) -> f64> Kernel for Elementwise<'_, F> {
    type Output = ();

    fn scalar(self) {
        for index in 0..self.x.len() {
            self.x[index] = (self.formula)(self.x[index]);
        }
    }

    #[inline(always)]
    fn vector(self) {
        for value in self.x.iter_mut() {
            *value = (self.formula)(*value);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn work_in_place() {
        let mut x = [2.0, 8.0];
        divide(&mut x, 4.0);
        assert_eq!(x, [0.5, 2.0]);
        scaled_roots(&mut x, 0.5, 10.0);
        assert_eq!(x, [5.0, 10.0]);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), a in any_float(), b in any_float()) {
            same_on_all_levels(|run| {
                let mut x = x.clone();
                run.on(Elementwise { x: &mut x, formula: |value: f64| value / a });
                run.on(Elementwise { x: &mut x, formula: |value: f64| (value * a).sqrt() * b });
                x
            });
        }
    }
}
