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

    /// The nearest rate to a float; `None` when it is not finite or beyond ±1e6.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        (value.is_finite() && value.abs() <= 1e6)
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

    /// In trillionths.
    #[must_use]
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// This share of an amount, rounded half to even to a billionth.
    #[must_use]
    pub const fn of(self, amount: Money) -> Money {
        if self.0 == 0 {
            return Money::ZERO;
        }
        Money::from_raw(div_round_half_even(amount.raw() * self.0 as i128, UNITS))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_its_share_exactly() {
        let fee = Rate::from_f64(0.001).unwrap().of(Money::from_f64(12_345.67).unwrap());
        assert_eq!(fee.to_string(), "12.34567");
    }
}
