use crate::level::{Kernel, dispatch};

/// `out[i] = x[i] * scale + offset`, rounded twice (no fused multiply-add): for example an equity
/// curve, the quantity being the scale and the cash the offset. NaN goes through. Returns whether a
/// result is zero or below, which for an equity curve is ruin.
///
/// # Panics
/// When the lengths differ.
pub fn affine(out: &mut [f64], x: &[f64], scale: f64, offset: f64) -> bool {
    assert_eq!(out.len(), x.len(), "out and x must have equal lengths");
    dispatch(Affine {
        out,
        x,
        scale,
        offset,
    })
}

struct Affine<'a> {
    out: &'a mut [f64],
    x: &'a [f64],
    scale: f64,
    offset: f64,
}

impl Kernel for Affine<'_> {
    type Output = bool;

    fn scalar(self) -> bool {
        let mut ruined = false;
        for index in 0..self.x.len() {
            self.out[index] = self.x[index] * self.scale + self.offset;
            ruined |= self.out[index] <= 0.0;
        }
        ruined
    }

    #[inline(always)]
    fn vector(self) -> bool {
        let mut ruined = false;
        for (out, &x) in self.out.iter_mut().zip(self.x) {
            let value = x * self.scale + self.offset;
            *out = value;
            ruined |= value <= 0.0;
        }
        ruined
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
        assert!(!affine(&mut equity, &[100.0, 101.0, 99.5], 10.0, 50.0));
        assert_eq!(equity, [1050.0, 1060.0, 1045.0]);
        assert!(affine(&mut equity, &[100.0, 101.0, 99.5], 10.0, -1000.0));
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), scale in any_float(), offset in any_float()) {
            same_on_all_levels(|run| {
                let mut out = vec![0.0; x.len()];
                let ruined = run.on(Affine { out: &mut out, x: &x, scale, offset });
                out.push(f64::from(u8::from(ruined)));
                out
            });
        }
    }
}
