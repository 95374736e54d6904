use crate::level::{Kernel, dispatch};

/// How an exponential average goes on: `average * keep + value * take`, by a fused multiply-add.
#[derive(Clone, Copy, Debug)]
pub struct Smoothing {
    /// What is left of the average.
    pub keep: f64,
    /// The weight of a new value.
    pub take: f64,
}

impl Smoothing {
    /// The average after one more value. Where the processor has no fused multiply-add, or this is
    /// not compiled for it, a function takes its place: slower, with the same bits.
    #[inline(always)]
    #[must_use]
    pub fn step(self, average: f64, value: f64) -> f64 {
        average.mul_add(self.keep, value * self.take)
    }
}

/// Smooths columns of equal lengths in place and side by side, each from its average on, which
/// takes in its values. The averages wait for each other only within a column.
///
/// # Panics
/// When the lengths differ.
pub fn smooth<const N: usize>(
    columns: [&mut [f64]; N],
    averages: &mut [f64; N],
    smoothing: [Smoothing; N],
) {
    let length = columns.first().map_or(0, |column| column.len());
    assert!(
        columns.iter().all(|column| column.len() == length),
        "columns must have equal lengths"
    );
    dispatch(SideBySide {
        columns,
        averages,
        smoothing,
    });
}

/// Smooths a column, the result again and so on, each from its average on, which takes in the
/// values; `value` makes of all averages what comes in the place of a value.
pub fn smooth_repeatedly<const N: usize>(
    column: &mut [f64],
    averages: &mut [f64; N],
    smoothing: Smoothing,
    value: impl Fn([f64; N]) -> f64,
) {
    dispatch(Chain {
        column,
        averages,
        smoothing,
        value,
    });
}

struct SideBySide<'a, const N: usize> {
    columns: [&'a mut [f64]; N],
    averages: &'a mut [f64; N],
    smoothing: [Smoothing; N],
}

impl<const N: usize> Kernel for SideBySide<'_, N> {
    type Output = ();

    fn scalar(self) {
        self.vector();
    }

    #[inline(always)]
    #[expect(clippy::needless_range_loop, reason = "a row goes through all columns")]
    fn vector(self) {
        let length = self.columns.first().map_or(0, |column| column.len());
        let columns = self.columns.map(|column| &mut column[..length]);
        let mut averages = *self.averages;
        for row in 0..length {
            for at in 0..N {
                averages[at] = self.smoothing[at].step(averages[at], columns[at][row]);
                columns[at][row] = averages[at];
            }
        }
        *self.averages = averages;
    }
}

struct Chain<'a, const N: usize, F> {
    column: &'a mut [f64],
    averages: &'a mut [f64; N],
    smoothing: Smoothing,
    value: F,
}

impl<const N: usize, F: Fn([f64; N]) -> f64> Kernel for Chain<'_, N, F> {
    type Output = ();

    fn scalar(self) {
        self.vector();
    }

    #[inline(always)]
    fn vector(self) {
        let mut averages = *self.averages;
        for value in self.column {
            let mut next = *value;
            for average in &mut averages {
                *average = self.smoothing.step(*average, next);
                next = *average;
            }
            *value = (self.value)(averages);
        }
        *self.averages = averages;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    const HALF: Smoothing = Smoothing {
        keep: 0.5,
        take: 0.5,
    };

    #[test]
    fn columns_go_side_by_side_and_averages_one_after_the_other() {
        let (mut a, mut b, mut averages) = ([2.0, 4.0], [8.0, 0.0], [0.0, 4.0]);
        smooth([&mut a, &mut b], &mut averages, [HALF; 2]);
        assert_eq!((a, b, averages), ([1.0, 2.5], [6.0, 3.0], [2.5, 3.0]));
        let (mut a, mut averages) = ([2.0, 4.0], [0.0; 2]);
        smooth_repeatedly(&mut a, &mut averages, HALF, |[once, twice]| once - twice);
        assert_eq!((a, averages), ([0.5, 1.0], [2.5, 1.5]));
    }

    /// A product of its own would be rounded to nothing.
    #[test]
    fn the_product_is_not_rounded() {
        let tiny = f64::EPSILON;
        let smoothing = Smoothing {
            keep: 1.0 + tiny,
            take: -1.0,
        };
        let product = (1.0 + tiny) * (1.0 + tiny);
        assert_eq!(smoothing.step(1.0 + tiny, product), tiny * tiny);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), keep in any_float(), take in any_float(), from in any_float()) {
            let smoothing = Smoothing { keep, take };
            same_on_all_levels(|run| {
                let (mut a, mut b, mut averages) = (x.clone(), x.clone(), [from; 2]);
                run.on(SideBySide { columns: [&mut a, &mut b], averages: &mut averages, smoothing: [smoothing, HALF] });
                let value = |[once, twice, thrice]: [f64; 3]| once - twice + thrice;
                run.on(Chain { column: &mut a, averages: &mut [from; 3], smoothing, value });
                a.into_iter().chain(b).chain(averages).collect()
            });
        }
    }
}
