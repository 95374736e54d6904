use nt_core::{Money, Rate};

/// Least and most that the fees of one order come to, whatever the number of its fills. Where they
/// contradict each other the most holds, as Interactive Brokers has it: an order worth 20 pays at
/// most 0.20, though the minimum is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeeLimits {
    /// Least amount per order.
    pub minimum: Money,
    /// Most per order.
    pub maximum: Option<Money>,
    /// Most per order as a share of its value.
    pub maximum_share: Option<Rate>,
}

impl FeeLimits {
    /// The fee of an order that filled for `value` and would pay `unlimited`.
    #[must_use]
    pub fn apply(&self, unlimited: Money, value: Money) -> Money {
        let fee = unlimited.max(self.minimum);
        let fee = self.maximum.map_or(fee, |most| fee.min(most));
        self.maximum_share
            .map_or(fee, |share| fee.min(share.of(value)))
    }
}
