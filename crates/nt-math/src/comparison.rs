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

/// How a column relates to another or to a value, bar by bar: three bitsets, of which one at most
/// has the bit of a bar. A bar at which either is NaN is in none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    above: Vec<u64>,
    below: Vec<u64>,
    equal: Vec<u64>,
}

impl Relations {
    /// Compares `a` with `b`; each value is read once.
    ///
    /// # Panics
    /// When `b` is a column of another length.
    #[must_use]
    pub fn of<'a>(a: &'a [f64], b: impl Into<Operand<'a>>) -> Self {
        let mut relations = Self::with_room(a.len());
        relations.extend(a, b);
        relations
    }

    /// Of nothing yet, with room for so many bars.
    #[must_use]
    pub fn with_room(bars: usize) -> Self {
        let empty = || Vec::with_capacity(words_for(bars));
        Self {
            above: empty(),
            below: empty(),
            equal: empty(),
        }
    }

    /// Compares the bars that follow; those before must be whole groups of 64.
    ///
    /// # Panics
    /// When `b` is a column of another length.
    pub fn extend<'a>(&mut self, a: &'a [f64], b: impl Into<Operand<'a>>) {
        dispatch(Comparison::new(a, b.into(), self));
    }

    /// Where `a > b`.
    #[must_use]
    pub fn above(&self) -> Vec<u64> {
        self.above.clone()
    }

    /// Where `a < b`.
    #[must_use]
    pub fn below(&self) -> Vec<u64> {
        self.below.clone()
    }

    /// Where `a > b` after a bar with `a <= b`; never bit 0. A crossing needs both bars of both.
    #[must_use]
    pub fn crossed_above(&self) -> Vec<u64> {
        after_others(&self.above, &self.below, &self.equal)
    }

    /// Where `a < b` after a bar with `a >= b`; never bit 0.
    #[must_use]
    pub fn crossed_below(&self) -> Vec<u64> {
        after_others(&self.below, &self.above, &self.equal)
    }

    /// The same with the operands the other way round.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            above: self.below,
            below: self.above,
            equal: self.equal,
        }
    }
}

/// Bits that are set now while one of two others was on the bar before: those shifted by one, with
/// the top bit of the word before carried in.
fn after_others(now: &[u64], other: &[u64], equal: &[u64]) -> Vec<u64> {
    let mut carry = 0;
    let before = other.iter().zip(equal).map(|(other, equal)| other | equal);
    let words = now.iter().zip(before).map(|(now, held)| {
        let word = now & (held << 1 | carry);
        carry = held >> 63;
        word
    });
    words.collect()
}

struct Comparison<'a, 'r> {
    a: &'a [f64],
    b: Operand<'a>,
    relations: &'r mut Relations,
}

impl<'a, 'r> Comparison<'a, 'r> {
    fn new(a: &'a [f64], b: Operand<'a>, relations: &'r mut Relations) -> Self {
        if let Operand::Column(b) = b {
            assert_eq!(a.len(), b.len(), "both columns must have equal lengths");
        }
        Self { a, b, relations }
    }

    /// Hands each group of up to 64 bars to `words`, which gives where it is above, below and equal.
    #[inline(always)]
    fn fill(self, words: impl Fn(&[f64], &[f64]) -> [u64; 3]) {
        let Relations {
            above,
            below,
            equal,
        } = self.relations;
        let mut push = |[is_above, is_below, is_equal]: [u64; 3]| {
            above.push(is_above);
            below.push(is_below);
            equal.push(is_equal);
        };
        match self.b {
            Operand::Column(b) => {
                for (a, b) in self.a.chunks(64).zip(b.chunks(64)) {
                    push(words(a, b));
                }
            }
            Operand::Constant(b) => {
                let b = [b; 64];
                for a in self.a.chunks(64) {
                    push(words(a, &b[..a.len()]));
                }
            }
        }
    }
}

impl Kernel for Comparison<'_, '_> {
    type Output = ();

    fn scalar(self) {
        self.fill(words_scalar);
    }

    #[inline(always)]
    fn vector(self) {
        self.fill(words);
    }
}

#[inline(always)]
fn words(a: &[f64], b: &[f64]) -> [u64; 3] {
    let (Ok(a), Ok(b)) = (<&[f64; 64]>::try_from(a), <&[f64; 64]>::try_from(b)) else {
        return words_scalar(a, b);
    };
    [
        mask(a, b, |a, b| a > b),
        mask(a, b, |a, b| a < b),
        mask(a, b, |a, b| a == b),
    ]
}

#[inline(always)]
fn mask(a: &[f64; 64], b: &[f64; 64], holds: impl Fn(f64, f64) -> bool) -> u64 {
    let mut word = 0;
    for bit in 0..64 {
        word |= u64::from(holds(a[bit], b[bit])) << bit;
    }
    word
}

#[expect(clippy::float_cmp, reason = "a tie is a tie to the bit")]
fn words_scalar(a: &[f64], b: &[f64]) -> [u64; 3] {
    let mut words = [0; 3];
    for (bit, (&a, &b)) in a.iter().zip(b).enumerate() {
        for (word, holds) in words.iter_mut().zip([a > b, a < b, a == b]) {
            *word |= u64::from(holds) << bit;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::{any_float, column, same_on_all_levels};

    #[test]
    fn a_touch_is_not_a_crossing_until_it_is_left() {
        let (a, b) = ([1.0, 2.0, 3.0, 2.0, 1.0, 2.0], [2.0; 6]);
        for relations in [Relations::of(&a, &b), Relations::of(&a, 2.0)] {
            assert_eq!(relations.crossed_above(), [0b100]);
            assert_eq!(relations.crossed_below(), [0b01_0000]);
            assert_eq!(relations.above(), [0b00_0100]);
            assert_eq!(relations.below(), [0b01_0001]);
            assert_eq!(relations.mirrored().above(), [0b01_0001]);
        }
    }

    #[test]
    fn nan_on_either_bar_hides_a_crossing() {
        let relations = Relations::of(&[f64::NAN, 3.0, 1.0, f64::NAN, 3.0], 2.0);
        assert_eq!(relations.crossed_above(), [0]);
    }

    fn packed(relations: &Relations) -> Vec<f64> {
        [&relations.above, &relations.below, &relations.equal]
            .into_iter()
            .flatten()
            .flat_map(|word| [(word >> 32) as f64, f64::from(*word as u32)])
            .collect()
    }

    proptest! {
        #[test]
        fn in_parts_as_in_one(a in column(), constant in any_float(), part in 1..4_usize) {
            let b: Vec<f64> = a.iter().rev().copied().collect();
            let (mut by_column, mut by_constant) = (Relations::default(), Relations::default());
            for (a, b) in a.chunks(part * 64).zip(b.chunks(part * 64)) {
                by_column.extend(a, b);
                by_constant.extend(a, constant);
            }
            prop_assert_eq!(by_column, Relations::of(&a, &b));
            prop_assert_eq!(by_constant, Relations::of(&a, constant));
        }

        #[test]
        fn a_crossing_is_what_its_definition_says(a in column(), shift in any_float()) {
            let b: Vec<f64> = a.iter().rev().map(|value| value + shift).collect();
            let relations = Relations::of(&a, &b);
            let (up, down) = (relations.crossed_above(), relations.crossed_below());
            for bar in 0..a.len() {
                let crossed = |now: fn(&f64, &f64) -> bool, before: fn(&f64, &f64) -> bool| {
                    bar > 0 && before(&a[bar - 1], &b[bar - 1]) && now(&a[bar], &b[bar])
                };
                prop_assert_eq!(crate::bit(&up, bar), crossed(f64::gt, f64::le));
                prop_assert_eq!(crate::bit(&down, bar), crossed(f64::lt, f64::ge));
            }
        }

        #[test]
        fn same_bits_on_all_levels(a in column(), other in column(), constant in any_float()) {
            // Ties matter: most values of the second column repeat the first one's.
            let b: Vec<f64> = a.iter().enumerate()
                .map(|(index, &value)| if index % 3 == 0 { *other.get(index).unwrap_or(&value) } else { value })
                .collect();
            for b in [Operand::Column(&b), Operand::Constant(constant), Operand::Constant(a.first().copied().unwrap_or(0.0))] {
                same_on_all_levels(|run| {
                    let mut relations = Relations::default();
                    run.on(Comparison::new(&a, b, &mut relations));
                    packed(&relations)
                });
            }
        }
    }
}
