use crate::bits::words_for;
use crate::level::{Kernel, dispatch};

/// What a column is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand<'a> {
    /// Another column of the same length, bar by bar.
    Column(&'a [f64]),
    /// One value for every bar.
    Constant(f64),
}

impl<'a> From<&'a [f64]> for Operand<'a> {
    fn from(column: &'a [f64]) -> Self {
        Self::Column(column)
    }
}

impl<'a> From<&'a Vec<f64>> for Operand<'a> {
    fn from(column: &'a Vec<f64>) -> Self {
        Self::Column(column)
    }
}

impl<'a, const N: usize> From<&'a [f64; N]> for Operand<'a> {
    fn from(column: &'a [f64; N]) -> Self {
        Self::Column(column)
    }
}

impl From<f64> for Operand<'_> {
    fn from(constant: f64) -> Self {
        Self::Constant(constant)
    }
}

/// Sets bit `i` where `a[i] > b[i]`. NaN compares false.
///
/// # Panics
/// When `b` is a column of another length or `out` does not have the words of the bars.
pub fn above<'a>(out: &mut [u64], a: &[f64], b: impl Into<Operand<'a>>) {
    dispatch(Comparison::new(out, a, b.into(), |a, b| a > b));
}

/// Sets bit `i` where `a[i] < b[i]`. NaN compares false.
///
/// # Panics
/// As [`above`].
pub fn below<'a>(out: &mut [u64], a: &[f64], b: impl Into<Operand<'a>>) {
    dispatch(Comparison::new(out, a, b.into(), |a, b| a < b));
}

/// Sets bit `i` where `a[i - 1] <= b[i - 1]` and `a[i] > b[i]`; never bit 0. NaN compares false,
/// so a crossing needs both bars of both operands. A constant crossed by a falling column is
/// [`crossed_below`] with the operands the other way round.
///
/// # Panics
/// As [`above`].
pub fn crossed_above<'a>(out: &mut [u64], a: &[f64], b: impl Into<Operand<'a>>) {
    dispatch(Crossing(
        Comparison::new(out, a, b.into(), |a, b| a > b),
        |a, b| a <= b,
    ));
}

/// Sets bit `i` where `a[i - 1] >= b[i - 1]` and `a[i] < b[i]`; never bit 0. NaN compares false.
///
/// # Panics
/// As [`above`].
pub fn crossed_below<'a>(out: &mut [u64], a: &[f64], b: impl Into<Operand<'a>>) {
    dispatch(Crossing(
        Comparison::new(out, a, b.into(), |a, b| a < b),
        |a, b| a >= b,
    ));
}

struct Comparison<'a, F> {
    out: &'a mut [u64],
    a: &'a [f64],
    b: Operand<'a>,
    holds: F,
}

impl<'a, F: Fn(f64, f64) -> bool + Copy> Comparison<'a, F> {
    fn new(out: &'a mut [u64], a: &'a [f64], b: Operand<'a>, holds: F) -> Self {
        assert_eq!(
            out.len(),
            words_for(a.len()),
            "out must have the words of the bars"
        );
        if let Operand::Column(b) = b {
            assert_eq!(a.len(), b.len(), "both columns must have equal lengths");
        }
        Self { out, a, b, holds }
    }

    /// Hands each group of up to 64 bars to `word` and stores the bits it returns.
    #[inline(always)]
    fn fill(self, mut word: impl FnMut(&[f64], &[f64]) -> u64) {
        let groups = self.out.iter_mut().zip(self.a.chunks(64));
        match self.b {
            Operand::Column(b) => {
                for ((out, a), b) in groups.zip(b.chunks(64)) {
                    *out = word(a, b);
                }
            }
            Operand::Constant(b) => {
                let b = [b; 64];
                for (out, a) in groups {
                    *out = word(a, &b[..a.len()]);
                }
            }
        }
    }
}

impl<F: Fn(f64, f64) -> bool + Copy> Kernel for Comparison<'_, F> {
    type Output = ();

    fn scalar(self) {
        let holds = self.holds;
        self.fill(|a, b| mask_scalar(a, b, holds));
    }

    #[inline(always)]
    fn vector(self) {
        let holds = self.holds;
        self.fill(|a, b| mask(a, b, holds));
    }
}

/// A comparison that holds now, and one that held on the bar before.
struct Crossing<'a, Now, Before>(Comparison<'a, Now>, Before);

impl<Now, Before> Kernel for Crossing<'_, Now, Before>
where
    Now: Fn(f64, f64) -> bool + Copy,
    Before: Fn(f64, f64) -> bool + Copy,
{
    type Output = ();

    fn scalar(self) {
        let Self(now, before) = self;
        let Comparison { out, a, b, holds } = now;
        let other = |index: usize| match b {
            Operand::Column(b) => b[index],
            Operand::Constant(b) => b,
        };
        out.fill(0);
        for index in 1..a.len() {
            let crossed = before(a[index - 1], other(index - 1)) && holds(a[index], other(index));
            out[index / 64] |= u64::from(crossed) << (index % 64);
        }
    }

    /// Each value is read once: the bits of the bar before are this word's shifted by one, with
    /// the top bit of the word before carried in.
    #[inline(always)]
    fn vector(self) {
        let Self(now, before) = self;
        let holds = now.holds;
        let mut carry = 0;
        now.fill(|a, b| {
            let held = mask(a, b, before);
            let word = mask(a, b, holds) & (held << 1 | carry);
            carry = held >> 63;
            word
        });
    }
}

#[inline(always)]
fn mask(a: &[f64], b: &[f64], holds: impl Fn(f64, f64) -> bool + Copy) -> u64 {
    let (Ok(a), Ok(b)) = (<&[f64; 64]>::try_from(a), <&[f64; 64]>::try_from(b)) else {
        return mask_scalar(a, b, holds);
    };
    let mut word = 0;
    for bit in 0..64 {
        word |= u64::from(holds(a[bit], b[bit])) << bit;
    }
    word
}

fn mask_scalar(a: &[f64], b: &[f64], holds: impl Fn(f64, f64) -> bool) -> u64 {
    let bits = a.iter().zip(b).enumerate();
    bits.fold(0, |word, (bit, (&a, &b))| {
        word | u64::from(holds(a, b)) << bit
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn a_touch_is_not_a_crossing_until_it_is_left() {
        let (a, b) = ([1.0, 2.0, 3.0, 2.0, 1.0, 2.0], [2.0; 6]);
        let mut bits = [u64::MAX];
        crossed_above(&mut bits, &a, &b);
        assert_eq!(bits, [0b100]);
        crossed_below(&mut bits, &a, 2.0);
        assert_eq!(bits, [0b01_0000]);
        above(&mut bits, &a, &b);
        assert_eq!(bits, [0b00_0100]);
        below(&mut bits, &a, 2.0);
        assert_eq!(bits, [0b01_0001]);
    }

    #[test]
    fn nan_on_either_bar_hides_a_crossing() {
        let mut bits = [0];
        crossed_above(&mut bits, &[f64::NAN, 3.0, 1.0, f64::NAN, 3.0], 2.0);
        assert_eq!(bits, [0]);
    }

    fn packed(compute: impl FnOnce(&mut [u64]), bars: usize) -> Vec<f64> {
        let mut out = vec![u64::MAX; words_for(bars)];
        compute(&mut out);
        out.iter()
            .flat_map(|word| [(word >> 32) as f64, f64::from(*word as u32)])
            .collect()
    }

    proptest! {
        #[test]
        fn same_bits_on_all_levels(a in column(), other in column(), constant in any_float()) {
            // Ties matter: most values of the second column repeat the first one's.
            let b: Vec<f64> = a.iter().enumerate()
                .map(|(index, &value)| if index % 3 == 0 { *other.get(index).unwrap_or(&value) } else { value })
                .collect();
            for b in [Operand::Column(&b), Operand::Constant(constant), Operand::Constant(a.first().copied().unwrap_or(0.0))] {
                same_on_all_levels(|run| packed(|out| run.on(Comparison::new(out, &a, b, |a, b| a > b)), a.len()));
                same_on_all_levels(|run| packed(|out| run.on(Comparison::new(out, &a, b, |a, b| a < b)), a.len()));
                same_on_all_levels(|run| packed(|out| run.on(Crossing(Comparison::new(out, &a, b, |a, b| a > b), |a, b| a <= b)), a.len()));
                same_on_all_levels(|run| packed(|out| run.on(Crossing(Comparison::new(out, &a, b, |a, b| a < b), |a, b| a >= b)), a.len()));
            }
        }
    }
}
