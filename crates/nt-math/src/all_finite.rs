use crate::level::{Kernel, dispatch};

/// Whether no value is NaN or infinite.
#[must_use]
pub fn all_finite(x: &[f64]) -> bool {
    dispatch(AllFinite { x })
}

struct AllFinite<'a> {
    x: &'a [f64],
}

impl Kernel for AllFinite<'_> {
    type Output = bool;

    fn scalar(self) -> bool {
        self.x.iter().all(|value| value.is_finite())
    }

    /// Without an early exit, which would keep it from being vectorised.
    #[inline(always)]
    fn vector(self) -> bool {
        let finite = |all, value: &f64| all & (value.abs() < f64::INFINITY);
        self.x.iter().fold(true, finite)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{column, same_on_all_levels};

    #[test]
    fn one_value_tells() {
        let mut x = [1.0; 40];
        assert!(all_finite(&x) && all_finite(&[]));
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            x[37] = value;
            assert!(!all_finite(&x), "{value}");
        }
    }

    proptest! {
        #[test]
        fn same_on_all(x in column()) {
            same_on_all_levels(|run| vec![f64::from(u8::from(run.on(AllFinite { x: &x })))]);
        }
    }
}
