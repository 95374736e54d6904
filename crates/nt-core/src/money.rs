use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Decimals of [`Money`]: every currency is kept in billionths of its unit.
pub const MONEY_DECIMALS: u32 = 9;

const UNITS: i128 = 10_i128.pow(MONEY_DECIMALS);

/// An amount of one currency in billionths, exact under addition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From billionths of the currency's unit.
    #[must_use]
    pub const fn from_raw(raw: i128) -> Self {
        Self(raw)
    }

    /// In billionths of the currency's unit.
    #[must_use]
    pub const fn raw(self) -> i128 {
        self.0
    }

    /// The nearest amount to a float; `None` when it is not finite or beyond ±1e18 units.
    #[must_use]
    pub fn from_f64(value: f64) -> Option<Self> {
        (value.is_finite() && value.abs() <= 1e18)
            .then(|| Self((value * UNITS as f64).round_ties_even() as i128))
    }

    /// The amount in units of the currency, rounded once to the nearest double.
    #[must_use]
    #[inline]
    pub fn to_f64(self) -> f64 {
        self.raw_to_f64() / UNITS as f64
    }

    /// In billionths of the currency's unit, rounded once to the nearest double.
    #[must_use]
    #[inline]
    pub fn raw_to_f64(self) -> f64 {
        let narrow = self.0 as i64;
        if i128::from(narrow) == self.0 {
            narrow as f64
        } else {
            self.wide_to_f64()
        }
    }

    /// Apart, so that the narrow way does not do this work beforehand.
    #[cold]
    fn wide_to_f64(self) -> f64 {
        self.0 as f64
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A decimal string without an exponent, as JSON carries money.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.abs() / UNITS, self.0.abs() % UNITS);
        let sign = if self.0 < 0 { "-" } else { "" };
        let fraction = format!("{part:09}");
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            digits => write!(f, "{sign}{whole}.{digits}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn prints_as_a_decimal_string() {
        assert_eq!(Money::from_f64(51_422.99).unwrap().to_string(), "51422.99");
        assert_eq!(Money::from_f64(-0.5).unwrap().to_string(), "-0.5");
        assert_eq!(Money::ZERO.to_string(), "0");
    }

    #[test]
    fn refuses_what_it_cannot_hold() {
        assert_eq!(Money::from_f64(f64::NAN), None);
        assert_eq!(Money::from_f64(1e19), None);
        assert_eq!(Money::from_f64(1e18).unwrap().to_f64(), 1e18);
    }
}
