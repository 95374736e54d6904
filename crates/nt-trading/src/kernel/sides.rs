use nt_core::Money;

use super::Kernel;
use crate::account::Holding;

/// A hedging account holds longs and shorts of one instrument beside each other. Their value nets; what
/// they bind, need and cost does not.
impl Kernel {
    /// What is held of an instrument as margin and financing see it, at a price in ticks: its position,
    /// or in a hedging account each side that is not empty. Values are in the base currency.
    pub(super) fn holdings_of(
        &self,
        instrument: u32,
        price: i64,
    ) -> impl Iterator<Item = Holding> + use<> {
        let sides = if self.config.hedging {
            self.ledger.sides(instrument)
        } else {
            [self.ledger.position(instrument).quantity, 0]
        };
        let value = |lots| self.instrument(instrument).notional(price, lots);
        sides
            .map(|lots| Holding {
                instrument,
                lots,
                value: self.in_base(instrument, value(lots)),
            })
            .into_iter()
            .filter(|holding| holding.lots != 0)
    }

    /// The margin that both sides bind at a price.
    pub(super) fn bound_of_sides(&self, instrument: u32, price: i64) -> Money {
        self.holdings_of(instrument, price)
            .map(|side| self.bound(instrument, side.lots, side.value))
            .sum()
    }

    /// Everything that is held, at the last prices.
    pub(super) fn all_holdings(&self) -> impl Iterator<Item = Holding> {
        let priced = self.last_price.iter().enumerate();
        priced
            .filter_map(|(index, last)| Some((index as u32, (*last)?)))
            .flat_map(|(instrument, price)| self.holdings_of(instrument, price))
    }

    /// What is sold short of an instrument is worth at a price: below zero, or zero.
    pub(super) fn value_of_short(&self, instrument: u32, price: i64) -> Money {
        let values = self.holdings_of(instrument, price).map(|it| it.value);
        values.filter(|value| value.is_negative()).sum()
    }
}
