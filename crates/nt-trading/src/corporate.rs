//! What a company does to its shares, as the kernel is told and the log tells.

use nt_core::{Code, Error, Money, Result, div_round_half_even, div_round_up};

/// The most shares on either side of a split.
const MOST_SHARES: i64 = 1_000_000_000;

/// New shares for old ones: 7 for 1, or 1 for 10 in a reverse split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitRatio {
    new: i64,
    old: i64,
}

impl SplitRatio {
    /// So many new shares for so many old ones.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where either is not between 1 and a billion.
    pub fn new(new: i64, old: i64) -> Result<Self> {
        if (1..=MOST_SHARES).contains(&new) && (1..=MOST_SHARES).contains(&old) {
            return Ok(Self { new, old });
        }
        let message =
            format!("{new} new shares for {old}: give whole numbers from 1 to {MOST_SHARES}");
        Err(Error::new(Code::InvalidArgument, message))
    }

    /// The same from numbers of shares that need not be whole, such as 1.5 for 1: to nine decimals.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where no such ratio has whole numbers up to a billion.
    pub fn from_units(new: f64, old: f64) -> Result<Self> {
        let whole = |value: f64| value.fract() == 0.0;
        let scale = (0..=9)
            .map(|decimals| 10_f64.powi(decimals))
            .find(|scale| whole(new * scale) && whole(old * scale));
        let whole_shares = |shares: f64, scale: f64| (shares * scale) as i64;
        match scale {
            Some(scale) if new > 0.0 && old > 0.0 => {
                let (new, old) = (whole_shares(new, scale), whole_shares(old, scale));
                let divisor = greatest_common_divisor(new, old);
                Self::new(new / divisor, old / divisor)
            }
            _ => {
                let message = format!("{new} new shares for {old}: give numbers above 0");
                Err(Error::new(Code::InvalidArgument, message))
            }
        }
    }

    /// New shares.
    #[must_use]
    pub const fn new_shares(self) -> i64 {
        self.new
    }

    /// Old shares.
    #[must_use]
    pub const fn old_shares(self) -> i64 {
        self.old
    }

    /// Whole new lots for old ones, of either sign; a fraction is dropped.
    #[must_use]
    pub fn lots(self, lots: i64) -> i64 {
        narrow(i128::from(lots) * i128::from(self.new) / i128::from(self.old))
    }

    /// A price after the split, to the nearest tick, at least 1.
    #[must_use]
    pub fn price(self, ticks: i64) -> i64 {
        at_least_one(div_round_half_even(self.scaled(ticks), self.new.into()))
    }

    /// A price after the split, to the tick above or below, at least 1.
    pub(crate) fn price_towards(self, ticks: i64, up: bool) -> i64 {
        let (scaled, divisor) = (self.scaled(ticks), i128::from(self.new));
        at_least_one(if up {
            div_round_up(scaled, divisor)
        } else {
            scaled.div_euclid(divisor)
        })
    }

    /// A distance of either sign after the split, to the tick below.
    pub(crate) fn distance(self, ticks: i64) -> i64 {
        narrow(self.scaled(ticks).div_euclid(self.new.into()))
    }

    fn scaled(self, ticks: i64) -> i128 {
        i128::from(ticks) * i128::from(self.old)
    }
}

const fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn at_least_one(ticks: i128) -> i64 {
    narrow(ticks).max(1)
}

fn narrow(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

/// The most bytes of a symbol in the log.
const SYMBOL_BYTES: usize = 24;

/// The new identifier of an instrument: at most 24 bytes of UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol([u8; SYMBOL_BYTES]);

impl Symbol {
    /// A symbol.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where it is empty or longer than 24 bytes.
    pub fn new(text: &str) -> Result<Self> {
        let mut bytes = [0; SYMBOL_BYTES];
        match bytes.get_mut(..text.len()) {
            Some(place) if !text.is_empty() => place.copy_from_slice(text.as_bytes()),
            _ => {
                let message = format!("the symbol '{text}' must have 1 to {SYMBOL_BYTES} bytes");
                return Err(Error::new(Code::InvalidArgument, message).with("symbol", text));
            }
        }
        Ok(Self(bytes))
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        let length = self.0.iter().position(|byte| *byte == 0);
        String::from_utf8_lossy(&self.0[..length.unwrap_or(SYMBOL_BYTES)]).into_owned()
    }

    /// As three little-endian numbers of a record.
    pub(crate) fn to_numbers(self) -> [i64; 3] {
        let (eights, _) = self.0.as_chunks::<8>();
        std::array::from_fn(|at| i64::from_le_bytes(eights[at]))
    }

    pub(crate) fn from_numbers(numbers: [i64; 3]) -> Self {
        let mut bytes = [0; SYMBOL_BYTES];
        for (place, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        Self(bytes)
    }
}

/// Money per unit times signed lots of so many decimals, rounded half to even to a billionth.
pub(crate) fn paid_on(per_unit: Money, lots: i64, decimals: u32) -> Money {
    let product = per_unit.raw() * i128::from(lots);
    Money::from_raw(div_round_half_even(product, 10_i128.pow(decimals)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_seven_for_one() {
        let ratio = SplitRatio::new(7, 1).unwrap();
        assert_eq!((ratio.lots(-3), ratio.price(64_557)), (-21, 9_222));
        assert_eq!(ratio.price_towards(64_557, true), 9_223);
        assert_eq!(ratio.price_towards(64_557, false), 9_222);
        assert_eq!((ratio.distance(-8), ratio.price(1)), (-2, 1));
    }

    #[test]
    fn parts_of_shares_become_whole_numbers() {
        let ratio = |new, old| SplitRatio::from_units(new, old).unwrap();
        assert_eq!(ratio(1.5, 1.0), SplitRatio::new(3, 2).unwrap());
        assert_eq!(ratio(1.0, 0.1), SplitRatio::new(10, 1).unwrap());
        assert_eq!(ratio(14.0, 2.0), SplitRatio::new(7, 1).unwrap());
        assert!(SplitRatio::from_units(f64::NAN, 1.0).is_err());
        assert!(SplitRatio::from_units(1.0, 1.0 / 3.0).is_err());
    }

    #[test]
    fn what_is_no_ratio_or_symbol_is_refused() {
        for (new, old) in [(0, 1), (1, 0), (-2, 1), (2_000_000_000, 1)] {
            let error = SplitRatio::new(new, old).unwrap_err();
            assert_eq!(error.code(), Code::InvalidArgument);
        }
        assert!(Symbol::new("").is_err());
        assert!(Symbol::new("A2345678901234567890.XNYS").is_err());
    }

    proptest! {
        #[test]
        fn a_symbol_survives_its_numbers(text in "[A-Z0-9.]{1,24}") {
            let symbol = Symbol::new(&text).unwrap();
            prop_assert_eq!(Symbol::from_numbers(symbol.to_numbers()).text(), text);
        }
    }
}
