use crate::{Code, Error, Result};

/// The most decimals a price or quantity can carry.
pub const MAX_DECIMALS: u32 = 9;

const POWERS: [f64; MAX_DECIMALS as usize + 1] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/// Below this magnitude [`ROUNDING`] rounds exactly.
const EXACT_BELOW: f64 = 2_251_799_813_685_248.0;
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// The number of decimals in which a price (ticks) or a quantity (lots) is kept as an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scale(u32);

impl Scale {
    /// A scale of so many decimals.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` above [`MAX_DECIMALS`].
    pub fn new(decimals: u32) -> Result<Self> {
        if decimals > MAX_DECIMALS {
            let message = format!(
                "{decimals} decimals are too many: a price or quantity keeps at most {MAX_DECIMALS}"
            );
            return Err(Error::new(Code::InvalidArgument, message).with("decimals", decimals));
        }
        Ok(Self(decimals))
    }

    /// The fewest decimals in which every value of a column is exact, at most [`MAX_DECIMALS`].
    /// Values that are not finite are passed over.
    #[must_use]
    pub fn of_column(values: &[f64]) -> Self {
        let mut decimals = 0;
        for &value in values {
            while decimals < MAX_DECIMALS && !is_exact(value, decimals) {
                decimals += 1;
            }
            if decimals == MAX_DECIMALS {
                break;
            }
        }
        Self(decimals)
    }

    /// How many decimals.
    #[must_use]
    pub const fn decimals(self) -> u32 {
        self.0
    }

    /// Integers a unit is divided into: 10 to the power of the decimals.
    #[must_use]
    pub const fn per_unit(self) -> f64 {
        POWERS[self.0 as usize]
    }

    /// The nearest integer, ties to even. The value must be finite and within ±9e18 steps;
    /// beyond, it saturates.
    #[must_use]
    pub fn to_integer(self, value: f64) -> i64 {
        let scaled = value * self.per_unit();
        // Adding and taking away 1.5 * 2^52 rounds to even in two additions; the method of the
        // standard library is a call where the target has no instruction for it.
        if scaled.abs() < EXACT_BELOW {
            return ((scaled + ROUNDING) - ROUNDING) as i64;
        }
        scaled.round_ties_even() as i64
    }

    /// The greatest integer not above the value; see [`Scale::to_integer`] for the range.
    #[must_use]
    pub fn to_integer_floor(self, value: f64) -> i64 {
        let nearest = value * self.per_unit();
        let rounded = nearest.round_ties_even();
        // A decimal such as 0.29 scales to 28.999999999999996: what the digits say is 29.
        let digits = if self.to_float(rounded as i64) == value {
            rounded
        } else {
            nearest.floor()
        };
        digits as i64
    }

    /// The value an integer stands for.
    #[must_use]
    pub fn to_float(self, integer: i64) -> f64 {
        integer as f64 / self.per_unit()
    }
}

fn is_exact(value: f64, decimals: u32) -> bool {
    let power = POWERS[decimals as usize];
    !value.is_finite() || (value * power).round_ties_even() / power == value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_the_digits_of_a_column() {
        assert_eq!(Scale::of_column(&[100.0, 7.0]).decimals(), 0);
        assert_eq!(Scale::of_column(&[100.0, 101.25, f64::NAN]).decimals(), 2);
        assert_eq!(Scale::of_column(&[1.0 / 3.0]).decimals(), 9);
    }

    #[test]
    fn floor_trusts_the_digits() {
        let cents = Scale::new(2).unwrap();
        assert_eq!(cents.to_integer_floor(0.29), 29);
        assert_eq!(cents.to_integer_floor(0.299), 29);
    }

    #[test]
    fn rounds_half_to_even_like_the_standard_library() {
        let whole = Scale::new(0).unwrap();
        for value in [0.5, 1.5, 2.5, -0.5, -1.5, 1e15 + 0.5, 2.3e15, -2.2e15, 1e17] {
            assert_eq!(
                whole.to_integer(value),
                value.round_ties_even() as i64,
                "{value}"
            );
        }
    }

    #[test]
    fn ten_decimals_are_refused() {
        assert_eq!(Scale::new(10).unwrap_err().code(), Code::InvalidArgument);
    }

    proptest! {
        #[test]
        fn integers_survive_the_round_trip(ticks in -1_000_000_000_000_i64..1_000_000_000_000, decimals in 0_u32..=9) {
            let scale = Scale::new(decimals).unwrap();
            prop_assert_eq!(scale.to_integer(scale.to_float(ticks)), ticks);
        }
    }
}
