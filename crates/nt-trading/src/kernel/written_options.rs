use nt_core::{Money, Rate};

use super::Kernel;

impl Kernel {
    /// What a position of these signed lots binds that is worth `value`: its initial margin. Of a
    /// written option the margin is of its strike, where that is more than the option is worth.
    pub(super) fn bound(&self, instrument: u32, lots: i64, value: Money) -> Money {
        if lots < 0
            && let Some(owed) = self.value_at_strike(instrument, lots)
        {
            return self.rate_of_writing(instrument).of(owed.max(value.abs()));
        }
        self.margin_of(instrument).of(value.abs())
    }

    /// What the opening part of an order has to be covered by, worth `value` at its entry: that value,
    /// or what writing it binds.
    pub(super) fn to_cover(&self, instrument: u32, lots: i64, value: Money) -> Money {
        if lots < 0 && self.value_at_strike(instrument, lots).is_some() {
            return self.bound(instrument, lots, value);
        }
        value.abs()
    }

    /// Of so many lots to open, those that the buying power covers by what each has to be covered by.
    pub(super) fn covered(&self, instrument: u32, lots: i64, price: i64, power: Money) -> i64 {
        let value = self.instrument(instrument).notional(price, lots.signum());
        let each = self.to_cover(instrument, lots.signum(), value);
        if each == value.abs() {
            return lots.abs();
        }
        let most = power.raw() / each.raw().max(1);
        i64::try_from(most).unwrap_or(i64::MAX).min(lots.abs())
    }

    fn value_at_strike(&self, instrument: u32, lots: i64) -> Option<Money> {
        let traded = self.instrument(instrument);
        let strike = traded.strike()?;
        Some(traded.notional(strike, lots).abs())
    }

    fn rate_of_writing(&self, instrument: u32) -> Rate {
        let terms = self.instrument(instrument).terms();
        let own = terms.and_then(|terms| terms.margin);
        own.unwrap_or(self.config.margin)
    }
}
