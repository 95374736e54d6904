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

/// `out[i] = formula(x[i])`; what the formula calls is inlined where it can be, and so gets the
/// vector instructions of this processor. It must give the same bits with and without them.
///
/// # Panics
/// When the lengths differ.
pub fn map(out: &mut [f64], x: &[f64], formula: impl Fn(f64) -> f64) {
    map_pairs(out, x, x, |value, _| formula(value));
}

/// `out[i] = formula(x[i], y[i])`, as [`map`].
///
/// # Panics
/// When the lengths differ.
pub fn map_pairs(out: &mut [f64], x: &[f64], y: &[f64], formula: impl Fn(f64, f64) -> f64) {
    assert_eq!(out.len(), x.len(), "out and x must have equal lengths");
    assert_eq!(out.len(), y.len(), "out and y must have equal lengths");
    dispatch(Pairs { out, x, y, formula });
}

/// `out[i] = formula(out[i], x[i], y[i])`, as [`map`].
///
/// # Panics
/// When the lengths differ.
pub fn map_triples(out: &mut [f64], x: &[f64], y: &[f64], formula: impl Fn(f64, f64, f64) -> f64) {
    assert_eq!(out.len(), x.len(), "out and x must have equal lengths");
    assert_eq!(out.len(), y.len(), "out and y must have equal lengths");
    dispatch(Triples { out, x, y, formula });
}

struct Triples<'a, F> {
    out: &'a mut [f64],
    x: &'a [f64],
    y: &'a [f64],
    formula: F,
}

impl<F: Fn(f64, f64, f64) -> f64> Kernel for Triples<'_, F> {
    type Output = ();

    fn scalar(self) {
        for index in 0..self.x.len() {
            self.out[index] = (self.formula)(self.out[index], self.x[index], self.y[index]);
        }
    }

    #[inline(always)]
    fn vector(self) {
        let pairs = self.x.iter().zip(self.y);
        for (out, (&x, &y)) in self.out.iter_mut().zip(pairs) {
            *out = (self.formula)(*out, x, y);
        }
    }
}

struct Pairs<'a, F> {
    out: &'a mut [f64],
    x: &'a [f64],
    y: &'a [f64],
    formula: F,
}

impl<F: Fn(f64, f64) -> f64> Kernel for Pairs<'_, F> {
    type Output = ();

    fn scalar(self) {
        for index in 0..self.x.len() {
            self.out[index] = (self.formula)(self.x[index], self.y[index]);
        }
    }

    #[inline(always)]
    fn vector(self) {
        let pairs = self.x.iter().zip(self.y);
        for (out, (&x, &y)) in self.out.iter_mut().zip(pairs) {
            *out = (self.formula)(x, y);
        }
    }
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

    #[test]
    fn pairs_go_through_the_formula() {
        let mut out = [0.0; 3];
        map_pairs(&mut out, &[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], |x, y| x * y);
        assert_eq!(out, [4.0, 10.0, 18.0]);
        map(&mut out, &[1.5, -1.5, 2.0], f64::floor);
        assert_eq!(out, [1.0, -2.0, 2.0]);
        map_triples(&mut out, &[1.0, 1.0, 1.0], &[2.0, 2.0, 4.0], |z, x, y| {
            (z + x) / y
        });
        assert_eq!(out, [1.0, -0.5, 0.75]);
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

        #[test]
        fn pairs_have_the_same_bits_on_all_levels(x in column(), a in any_float()) {
            let y: Vec<f64> = x.iter().rev().map(|value| value * a).collect();
            same_on_all_levels(|run| {
                let mut out = vec![0.0; x.len()];
                run.on(Pairs { out: &mut out, x: &x, y: &y, formula: |x: f64, y: f64| x.floor() / y });
                out
            });
        }

        #[test]
        fn triples_have_the_same_bits_on_all_levels(x in column(), a in any_float()) {
            let y: Vec<f64> = x.iter().rev().map(|value| value * a).collect();
            same_on_all_levels(|run| {
                let mut out = x.clone();
                let formula = |z: f64, x: f64, y: f64| if z > a { (z - x) / y } else { 0.0 };
                run.on(Triples { out: &mut out, x: &y, y: &x, formula });
                out
            });
        }
    }
}
