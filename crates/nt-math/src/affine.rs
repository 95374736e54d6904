use crate::level::{Kernel, dispatch};

/// `out[i] = x[i] * scale + offset`, rounded twice (no fused multiply-add): for example an equity
/// curve, the quantity being the scale and the cash the offset. NaN goes through.
///
/// # Panics
/// When the lengths differ.
pub fn affine(out: &mut [f64], x: &[f64], scale: f64, offset: f64) {
    assert_eq!(out.len(), x.len(), "out and x must have equal lengths");
    dispatch(Affine {
        out,
        x,
        scale,
        offset,
    });
}

struct Affine<'a> {
    out: &'a mut [f64],
    x: &'a [f64],
    scale: f64,
    offset: f64,
}

impl Kernel for Affine<'_> {
    type Output = ();

    fn scalar(self) {
        for index in 0..self.x.len() {
            self.out[index] = self.x[index] * self.scale + self.offset;
        }
    }

    #[inline(always)]
    fn vector(self) {
        for (out, &x) in self.out.iter_mut().zip(self.x) {
            *out = x * self.scale + self.offset;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn marks_a_position() {
        let mut equity = [0.0; 3];
        affine(&mut equity, &[100.0, 101.0, 99.5], 10.0, 50.0);
        assert_eq!(equity, [1050.0, 1060.0, 1045.0]);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), scale in any_float(), offset in any_float()) {
            same_on_all_levels(|run| {
                let mut out = vec![0.0; x.len()];
                run.on(Affine { out: &mut out, x: &x, scale, offset });
                out
            });
        }
    }
}
