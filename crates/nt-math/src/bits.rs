//! Bitsets over bars: bar `i` is bit `i % 64` of word `i / 64`; bits past the last bar are zero.

/// Words that hold the bits of so many bars.
#[must_use]
pub const fn words_for(bars: usize) -> usize {
    bars.div_ceil(64)
}

/// Whether a bit is set; false past the end.
#[must_use]
#[inline]
pub fn bit(bits: &[u64], index: usize) -> bool {
    bits.get(index / 64)
        .is_some_and(|word| word >> (index % 64) & 1 == 1)
}

/// `out &= bits`.
///
/// # Panics
/// When the lengths differ.
pub fn and_into(out: &mut [u64], bits: &[u64]) {
    assert_eq!(
        out.len(),
        bits.len(),
        "both bitsets must have equal lengths"
    );
    for (out, &word) in out.iter_mut().zip(bits) {
        *out &= word;
    }
}

/// `out |= bits`.
///
/// # Panics
/// When the lengths differ.
pub fn or_into(out: &mut [u64], bits: &[u64]) {
    assert_eq!(
        out.len(),
        bits.len(),
        "both bitsets must have equal lengths"
    );
    for (out, &word) in out.iter_mut().zip(bits) {
        *out |= word;
    }
}

/// `out = !bits` over so many bars; the bits past the last bar stay zero.
///
/// # Panics
/// When a bitset does not have the words of so many bars.
pub fn not_into(out: &mut [u64], bits: &[u64], bars: usize) {
    assert_eq!(
        out.len(),
        words_for(bars),
        "out must have the words of the bars"
    );
    assert_eq!(
        out.len(),
        bits.len(),
        "both bitsets must have equal lengths"
    );
    for (out, &word) in out.iter_mut().zip(bits) {
        *out = !word;
    }
    if let Some(last) = out.last_mut().filter(|_| !bars.is_multiple_of(64)) {
        *last &= (1 << (bars % 64)) - 1;
    }
}

/// The first set bit at or after `from`.
#[must_use]
#[inline]
pub fn next_set(bits: &[u64], from: usize) -> Option<usize> {
    let mut index = from / 64;
    let mut word = bits.get(index)? & (u64::MAX << (from % 64));
    while word == 0 {
        index += 1;
        word = *bits.get(index)?;
    }
    Some(index * 64 + word.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pack(flags: &[bool]) -> Vec<u64> {
        let mut bits = vec![0; words_for(flags.len())];
        for index in 0..flags.len() {
            bits[index / 64] |= u64::from(flags[index]) << (index % 64);
        }
        bits
    }

    proptest! {
        #[test]
        fn logic_equals_that_of_flags(pairs in prop::collection::vec(any::<(bool, bool)>(), 0..300)) {
            let (a, b): (Vec<bool>, Vec<bool>) = pairs.iter().copied().unzip();
            let mut both = pack(&a);
            and_into(&mut both, &pack(&b));
            prop_assert_eq!(both, pack(&pairs.iter().map(|(a, b)| a & b).collect::<Vec<_>>()));
            let mut either = pack(&a);
            or_into(&mut either, &pack(&b));
            prop_assert_eq!(either, pack(&pairs.iter().map(|(a, b)| a | b).collect::<Vec<_>>()));
            let mut neither = vec![u64::MAX; words_for(a.len())];
            not_into(&mut neither, &pack(&a), a.len());
            prop_assert_eq!(neither, pack(&a.iter().map(|a| !a).collect::<Vec<_>>()));
        }

        #[test]
        fn next_set_equals_a_search(flags in prop::collection::vec(prop::bool::weighted(0.02), 0..400), from in 0_usize..450) {
            let found = flags.iter().enumerate().position(|(index, flag)| index >= from && *flag);
            prop_assert_eq!(next_set(&pack(&flags), from), found);
            prop_assert_eq!(bit(&pack(&flags), from), flags.get(from).copied().unwrap_or(false));
        }
    }
}
