use nt_core::{Money, Rate};

use super::per_unit::PerUnitFee;

/// What regulators charge on sales, on top of any fee and its limits. In the United States: the
/// transaction fee of Section 31 (a share of the value) and FINRA's trading activity fee (an amount
/// per share, capped per trade).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SaleCharges {
    /// Share of the value sold.
    pub rate: Rate,
    /// Amount per unit sold.
    pub per_unit: Money,
    /// Most that `per_unit` comes to in one fill.
    pub per_unit_maximum: Option<Money>,
}

impl SaleCharges {
    /// The charge on a sale of this value and so many billionths of a unit.
    pub(super) fn of(&self, value: Money, units: i128) -> Money {
        let by_units = PerUnitFee {
            per_unit: self.per_unit,
        }
        .of(units);
        let capped = self
            .per_unit_maximum
            .map_or(by_units, |most| by_units.min(most));
        self.rate.of(value) + capped
    }
}
