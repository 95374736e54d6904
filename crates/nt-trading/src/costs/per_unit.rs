use nt_core::{Instrument, Money, div_round_half_even};

/// One unit in billionths, as [`units_of`] counts them.
pub(super) const UNIT: i128 = 1_000_000_000;

/// Units that so many lots are, in billionths; exact, as quantities have nine decimals at most.
pub(super) fn units_of(instrument: &Instrument, lots: i64) -> i128 {
    let finer = 9 - instrument.quantity_scale().decimals();
    i128::from(lots.unsigned_abs()) * 10_i128.pow(finer)
}

/// An amount for each unit (share, coin, contract): `per_unit * units`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerUnitFee {
    /// Amount per unit, at most 1e6.
    pub per_unit: Money,
}

impl PerUnitFee {
    /// The fee of so many billionths of a unit, rounded half to even to a billionth.
    pub(super) fn of(self, units: i128) -> Money {
        if self.per_unit == Money::ZERO {
            return Money::ZERO;
        }
        let (whole, rest) = (units / UNIT, units % UNIT);
        let amount = self.per_unit.raw();
        Money::from_raw(amount * whole + div_round_half_even(amount * rest, UNIT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Scale;

    #[test]
    fn a_fee_per_share_counts_fractions_of_shares() {
        let fee = PerUnitFee {
            per_unit: Money::from_f64(0.005).unwrap(),
        };
        let scale = |decimals| Scale::new(decimals).unwrap();
        let share = Instrument::new("X.XNAS", scale(2), scale(3));
        // 1,234.567 shares at half a cent.
        let units = units_of(&share, -1_234_567);
        assert_eq!(fee.of(units).to_string(), "6.172835");
    }
}
