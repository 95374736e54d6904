use nt_core::{Money, Rate};

/// A share of the value of each fill, and an amount for each: `rate * value + per_fill`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlainFee {
    /// Share of each fill's value, at entry and at exit.
    pub rate: Rate,
    /// Amount per fill, at entry and at exit.
    pub per_fill: Money,
}

impl PlainFee {
    /// The fee of one fill of this value (not negative).
    #[must_use]
    #[inline]
    pub fn of(&self, value: Money) -> Money {
        self.rate.of(value) + self.per_fill
    }
}
