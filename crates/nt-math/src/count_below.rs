use crate::level::{Kernel, dispatch};

/// How many values are less than a bound; NaN is not.
#[must_use]
pub fn count_below(x: &[f64], bound: f64) -> usize {
    dispatch(CountBelow { x, bound })
}

struct CountBelow<'a> {
    x: &'a [f64],
    bound: f64,
}

impl Kernel for CountBelow<'_> {
    type Output = usize;

    fn scalar(self) -> usize {
        let mut count = 0;
        for index in 0..self.x.len() {
            if self.x[index] < self.bound {
                count += 1;
            }
        }
        count
    }

    #[inline(always)]
    fn vector(self) -> usize {
        let below = self.x.iter().map(|&value| usize::from(value < self.bound));
        below.sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn counts_what_is_less() {
        let x = [1.0, f64::NAN, 3.0, f64::NEG_INFINITY, 2.0];
        assert_eq!(count_below(&x, 2.0), 2);
        assert_eq!(count_below(&x, f64::NAN), 0);
        assert_eq!(count_below(&[], 2.0), 0);
    }

    proptest! {
        #[test]
        fn same_count_on_all_levels(x in column(), bound in any_float()) {
            same_on_all_levels(|run| vec![run.on(CountBelow { x: &x, bound }) as f64]);
        }
    }
}
