use nt_core::{Money, Rate};

/// Least and most that the fees of one order come to, whatever the number of its fills. Where they
/// contradict each other the most holds, as Interactive Brokers has it: an order worth 20 pays at
/// most 0.20, though the minimum is 1. With `minimum_prevails` it pays 1, as LEAN has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeeLimits {
    /// Least amount per order.
    pub minimum: Money,
    /// Most per order.
    pub maximum: Option<Money>,
    /// Most per order as a share of its value.
    pub maximum_share: Option<Rate>,
    /// Whether the least holds where it is more than the most.
    pub minimum_prevails: bool,
}

impl FeeLimits {
    /// The fee of an order that filled for `value` and would pay `unlimited`.
    #[must_use]
    pub fn apply(&self, unlimited: Money, value: Money) -> Money {
        let fee = unlimited.max(self.minimum);
        let fee = self.maximum.map_or(fee, |most| fee.min(most));
        let fee = self
            .maximum_share
            .map_or(fee, |share| fee.min(share.of(value)));
        if self.minimum_prevails {
            fee.max(self.minimum)
        } else {
            fee
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fee(unlimited: f64, value: f64, minimum_prevails: bool) -> f64 {
        let money = |amount| Money::from_f64(amount).unwrap();
        let limits = FeeLimits {
            minimum: money(1.0),
            maximum: None,
            maximum_share: Rate::from_f64(0.005),
            minimum_prevails,
        };
        limits.apply(money(unlimited), money(value)).to_f64()
    }

    #[test]
    fn the_most_holds_unless_the_minimum_prevails() {
        assert_eq!(fee(0.005, 23.0, false), 0.115);
        assert_eq!(fee(0.005, 23.0, true), 1.0);
        for minimum_prevails in [false, true] {
            assert_eq!(fee(3.5, 100_000.0, minimum_prevails), 3.5);
            assert_eq!(fee(0.5, 100_000.0, minimum_prevails), 1.0);
            assert_eq!(fee(50.0, 1_000.0, minimum_prevails), 5.0);
        }
    }
}
