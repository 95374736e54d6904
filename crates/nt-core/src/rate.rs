use crate::{Money, div_round_half_even};

const UNITS: i128 = 1_000_000_000_000;

/// A fraction (a fee of 0.1 %, a spread, a margin) in trillionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i64);

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole.
    pub const ONE: Self = Self(UNITS as i64);

    /// The nearest rate to a float; `None` when it is not finite or beyond ±1000.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        (value.is_finite() && value.abs() <= 1e3)
            .then(|| Self((value * UNITS as f64).round_ties_even() as i64))
    }

    /// The rate as a float.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / UNITS as f64
    }

    /// The rate without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Half of it, truncated to a trillionth.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// From trillionths, cut to ±1000.
    #[must_use]
    pub const fn from_raw(raw: i64) -> Self {
        let most = 1_000 * Self::ONE.0;
        Self(if raw > most {
            most
        } else if raw < -most {
            -most
        } else {
            raw
        })
    }

    /// In trillionths.
    #[must_use]
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// This share of an amount, rounded half to even to a billionth.
    #[must_use]
    #[inline]
    pub const fn of(self, amount: Money) -> Money {
        if self.0 == 0 {
            return Money::ZERO;
        }
        if self.0 == Self::ONE.0 {
            return amount;
        }
        let narrow = amount.raw() as i64;
        if narrow as i128 == amount.raw() && self.0 > 0 && self.0 < Self::ONE.0 {
            return Money::from_raw(share_in_64_bits(narrow, self.0) as i128);
        }
        Money::from_raw(share_in_parts(amount.raw(), self.0 as i128))
    }

    /// The amount of which this rate is `amount`: a margin turned into buying power. Truncated to a
    /// billionth; the rate must not be zero.
    #[must_use]
    pub const fn whole_of(self, amount: Money) -> Money {
        if self.0 == Self::ONE.0 {
            return amount;
        }
        Money::from_raw(amount.raw() * UNITS / self.0 as i128)
    }
}

/// `amount * rate / 10^12`, rounded half to even, where the product itself may not fit.
const fn share_in_parts(amount: i128, rate: i128) -> i128 {
    let whole = amount.div_euclid(UNITS) * rate;
    let rest = amount.rem_euclid(UNITS) * rate;
    // The parity of the whole part decides ties: it is given back to the part that is rounded.
    let odd = whole & 1;
    whole - odd + div_round_half_even(rest + odd * UNITS, UNITS)
}

/// `amount * rate / 10^12` for a rate between 0 and 10^12, rounded half to even, without the 128-bit
/// division that would dominate the cost of a fill: the product, below 2^103, is multiplied by the
/// reciprocal of the divisor instead.
#[inline]
const fn share_in_64_bits(amount: i64, rate: i64) -> i64 {
    const DIVISOR: u64 = UNITS as u64;
    const RECIPROCAL: u128 = (1 << 103) / UNITS as u128;
    let product = amount.unsigned_abs() as u128 * rate as u128;
    // At most two too few, as three numbers were rounded down: the rest, which fits, tells how many.
    let guess = (((product >> 39) * RECIPROCAL) >> 64) as u64;
    let rest = (product as u64).wrapping_sub(guess.wrapping_mul(DIVISOR));
    let (quotient, remainder) = (guess + rest / DIVISOR, rest % DIVISOR);
    let up = remainder * 2 > DIVISOR || (remainder * 2 == DIVISOR && quotient & 1 == 1);
    let rounded = (quotient + up as u64) as i64;
    if amount < 0 { -rounded } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_short_way_equals_the_long_one(amount: i64, rate in 1_i64..1_000_000_000_000) {
            let long = div_round_half_even(i128::from(amount) * i128::from(rate), UNITS);
            prop_assert_eq!(Rate(rate).of(Money::from_raw(i128::from(amount))).raw(), long);
        }

        #[test]
        fn a_product_that_does_not_fit_is_taken_in_parts(amount in -1_i128 << 80..1 << 80, rate in -1_000_000_000_i64..1_000_000_000) {
            let long = div_round_half_even(amount * i128::from(rate), UNITS);
            prop_assert_eq!(share_in_parts(amount, i128::from(rate)), long);
        }

        #[test]
        fn ties_are_even_both_ways(quotient in -1_000_000_i64..1_000_000) {
            let half = Rate(500_000_000_000);
            let long = div_round_half_even(i128::from(quotient) * i128::from(half.0), UNITS);
            prop_assert_eq!(half.of(Money::from_raw(i128::from(quotient))).raw(), long);
        }
    }

    #[test]
    fn takes_its_share_exactly() {
        let fee = Rate::from_f64(0.001)
            .unwrap()
            .of(Money::from_f64(12_345.67).unwrap());
        assert_eq!(fee.to_string(), "12.34567");
    }
}
