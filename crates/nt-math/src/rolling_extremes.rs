use std::mem::swap;

use crate::level::{Kernel, dispatch};

/// The greatest of the last `period` values, the current one among them, for the last values of a
/// column, as many as there is room for; NaN for the first `period - 1` of the column and wherever
/// the window holds a NaN. A zero comes out as +0.
///
/// # Panics
/// When there is room for more or the period is 0.
pub fn rolling_max(out: &mut [f64], x: &[f64], period: usize) {
    dispatch(Rolling::new(out, x, period, |a, b| a > b));
}

/// The least of the last `period` values; see [`rolling_max`].
///
/// # Panics
/// As [`rolling_max`].
pub fn rolling_min(out: &mut [f64], x: &[f64], period: usize) {
    dispatch(Rolling::new(out, x, period, |a, b| a < b));
}

/// Bars computed at a time, so that the passes over them stay in the first-level cache.
const BLOCK: usize = 1024;

struct Rolling<'a, F> {
    out: &'a mut [f64],
    x: &'a [f64],
    period: usize,
    better: F,
}

impl<'a, F: Fn(f64, f64) -> bool + Copy> Rolling<'a, F> {
    fn new(out: &'a mut [f64], x: &'a [f64], period: usize, better: F) -> Self {
        assert!(out.len() <= x.len(), "out must not be longer than x");
        assert!(period > 0, "the period must be at least 1");
        Self {
            out,
            x,
            period,
            better,
        }
    }
}

impl<F: Fn(f64, f64) -> bool + Copy> Kernel for Rolling<'_, F> {
    type Output = ();

    /// The same passes without wide vectors; the tests hold both to the definition.
    fn scalar(self) {
        self.vector();
    }

    #[inline(always)]
    fn vector(self) {
        let Self {
            out,
            x,
            period,
            better,
        } = self;
        let first = (period - 1).clamp(x.len() - out.len(), x.len());
        let (head, body) = out.split_at_mut(first + out.len() - x.len());
        head.fill(f64::NAN);
        let x = &x[(first + 1).saturating_sub(period)..];
        // A block reads `period - 1` bars before it; four periods a block keep that share small.
        let block = BLOCK.max(4 * period);
        let mut scratch = Scratch::new((block + period).min(x.len()));
        for (index, out) in body.chunks_mut(block).enumerate() {
            let start = index * block;
            scratch.windows(
                out,
                &x[start..start + out.len() + period - 1],
                period,
                better,
            );
        }
    }
}

struct Scratch {
    ready: Vec<f64>,
    next: Vec<f64>,
}

impl Scratch {
    fn new(length: usize) -> Self {
        Self {
            ready: vec![0.0; length],
            next: vec![0.0; length],
        }
    }

    /// Doubles the width of the windows until two overlapping ones cover the period: a window of
    /// 20 is two of 16, 4 apart. `out[i]` is the extreme of `x[i..i + period]`.
    #[inline(always)]
    fn windows(
        &mut self,
        out: &mut [f64],
        x: &[f64],
        period: usize,
        better: impl Fn(f64, f64) -> bool + Copy,
    ) {
        let (mut width, mut length) = (1, x.len());
        if period < 2 {
            return merge(out, x, x, better);
        }
        while width * 2 <= period {
            length -= width;
            let ready = if width == 1 { x } else { &self.ready };
            merge(&mut self.next[..length], ready, &ready[width..], better);
            swap(&mut self.ready, &mut self.next);
            width *= 2;
        }
        merge(out, &self.ready, &self.ready[period - width..], better);
    }
}

/// The better of both, element by element; NaN if either is; zeros become +0.
#[inline(always)]
fn merge(out: &mut [f64], a: &[f64], b: &[f64], better: impl Fn(f64, f64) -> bool) {
    for ((out, &a), &b) in out.iter_mut().zip(a).zip(b) {
        let best = if better(a, b) { a } else { b };
        *out = if a.is_nan() { a } else { best + 0.0 };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, bits, column, same_on_all_levels};

    fn defined(x: &[f64], period: usize, start: f64, choose: fn(f64, f64) -> f64) -> Vec<u64> {
        let value = |end: usize| match (end + 1).checked_sub(period) {
            None => f64::NAN,
            Some(begin) if x[begin..=end].iter().any(|value| value.is_nan()) => f64::NAN,
            Some(begin) => x[begin..=end].iter().copied().fold(start, choose) + 0.0,
        };
        (0..x.len()).map(|end| bits(value(end))).collect()
    }

    fn check(x: &[f64], period: usize) {
        let mut out = vec![0.0; x.len()];
        rolling_max(&mut out, x, period);
        let ours: Vec<u64> = out.iter().copied().map(bits).collect();
        assert_eq!(ours, defined(x, period, f64::NEG_INFINITY, f64::max));
        rolling_min(&mut out, x, period);
        let ours: Vec<u64> = out.iter().copied().map(bits).collect();
        assert_eq!(ours, defined(x, period, f64::INFINITY, f64::min));
        let (whole, first) = (out.clone(), x.len() / 3);
        rolling_min(&mut out[first..], x, period);
        assert!(out.iter().zip(&whole).all(|(a, b)| bits(*a) == bits(*b)));
    }

    #[test]
    fn blocks_meet_without_a_seam() {
        let x: Vec<f64> = (0..5000_u32).map(|i| f64::from(i * 7919 % 1009)).collect();
        for period in [1, 2, 3, 20, 64, 255, 700, 4999, 5000, 5001] {
            check(&x, period);
        }
    }

    proptest! {
        #[test]
        fn equals_the_definition(x in column(), period in 1_usize..70) {
            check(&x, period);
        }

        #[test]
        fn same_bits_on_all_levels(x in prop::collection::vec(any_float(), 0..3000), period in 1_usize..400) {
            same_on_all_levels(|run| {
                let mut out = vec![0.0; x.len()];
                run.on(Rolling::new(&mut out, &x, period, |a, b| a > b));
                out
            });
        }
    }
}
