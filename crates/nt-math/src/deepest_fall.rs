use crate::level::{Kernel, dispatch};

/// Values looked at together: whether one of them can matter is asked of their extremes.
pub(crate) const BLOCK: usize = 64;

/// The deepest fall of a curve from its highest value so far, `peak` being the first:
/// `min(values[i] / peak - 1)`, 0 where it never fell, below -1 where a value is negative. The peak
/// must be positive; NaN is passed over.
#[must_use]
pub fn deepest_fall(values: &[f64], peak: f64) -> f64 {
    dispatch(DeepestFall { values, peak })
}

struct DeepestFall<'a> {
    values: &'a [f64],
    peak: f64,
}

/// The highest value so far and the deepest fall so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fall {
    pub peak: f64,
    pub deepest: f64,
}

impl Fall {
    #[inline(always)]
    pub fn see(&mut self, value: f64) {
        if value > self.peak {
            self.peak = value;
        }
        let depth = value / self.peak - 1.0;
        if depth < self.deepest {
            self.deepest = depth;
        }
    }

    /// Values are told by their extremes where they have no new peak, or where even the lowest under
    /// the highest, or under the peak before where it is negative, is no deeper: a quotient never
    /// grows with its divisor by rounding.
    #[inline(always)]
    pub fn see_all(&mut self, (lowest, highest): (f64, f64), values: impl Iterator<Item = f64>) {
        if highest <= self.peak {
            self.see(lowest);
            return;
        }
        let worst_peak = if lowest < 0.0 { self.peak } else { highest };
        if lowest / worst_peak - 1.0 >= self.deepest {
            self.peak = highest;
            return;
        }
        for value in values {
            self.see(value);
        }
    }
}

/// The lowest and the highest of values, infinities of none.
#[inline(always)]
pub(crate) fn extremes(values: &[f64]) -> (f64, f64) {
    const LANES: usize = 16;
    let lesser = |a: f64, b: f64| if b < a { b } else { a };
    let greater = |a: f64, b: f64| if b > a { b } else { a };
    let (mut low, mut high) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
    let (groups, rest) = values.as_chunks::<LANES>();
    for group in groups {
        for lane in 0..LANES {
            low[lane] = lesser(low[lane], group[lane]);
            high[lane] = greater(high[lane], group[lane]);
        }
    }
    for (lane, &value) in rest.iter().enumerate() {
        low[lane] = lesser(low[lane], value);
        high[lane] = greater(high[lane], value);
    }
    (
        crate::lanes::fold(low, lesser),
        crate::lanes::fold(high, greater),
    )
}

impl Kernel for DeepestFall<'_> {
    type Output = f64;

    fn scalar(self) -> f64 {
        let mut fall = Fall {
            peak: self.peak,
            deepest: 0.0,
        };
        for &value in self.values {
            fall.see(value);
        }
        fall.deepest
    }

    #[inline(always)]
    fn vector(self) -> f64 {
        let mut fall = Fall {
            peak: self.peak,
            deepest: 0.0,
        };
        let (blocks, rest) = self.values.as_chunks::<BLOCK>();
        for block in blocks {
            fall.see_all(extremes(block), block.iter().copied());
        }
        for &value in rest {
            fall.see(value);
        }
        fall.deepest
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{column, same_on_all_levels};

    #[test]
    fn the_deepest_of_two_and_debt() {
        assert_eq!(
            deepest_fall(&[100.0, 120.0, 90.0, 120.0, 130.0, 117.0], 100.0),
            -0.25
        );
        assert_eq!(deepest_fall(&[80.0], 100.0), 80.0 / 100.0 - 1.0);
        assert_eq!(deepest_fall(&[100.0, -50.0], 100.0), -1.5);
        assert_eq!(deepest_fall(&[100.0, 110.0], 100.0), 0.0);
        assert_eq!(deepest_fall(&[], 1.0), 0.0);
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(x in column(), peak in 1e-3..1e3_f64) {
            same_on_all_levels(|run| vec![run.on(DeepestFall { values: &x, peak })]);
        }

        /// Walks, which reach new peaks and new depths within a block, and rise above what they were.
        #[test]
        fn same_bits_on_walks(steps in prop::collection::vec(-0.03..0.032_f64, 0..700), ruin in prop::option::of(0..700_usize)) {
            let mut value = 100.0;
            let mut walk: Vec<f64> = steps.iter().map(|step| { value *= 1.0 + step; value }).collect();
            if let Some(at) = ruin.filter(|&at| at < walk.len()) {
                walk[at] = -walk[at];
            }
            same_on_all_levels(|run| vec![run.on(DeepestFall { values: &walk, peak: 100.0 })]);
        }
    }
}
