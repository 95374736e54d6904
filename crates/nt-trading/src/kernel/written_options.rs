use nt_core::{Money, Rate};

use super::Kernel;

impl Kernel {
    /// What a position of these signed lots binds that is worth `value`: its initial margin. Of a
    /// written option the margin is of its strike, where that is more than the option is worth.
    #[inline]
    pub(super) fn bound(&self, instrument: u32, lots: i64, value: Money) -> Money {
        if self.instrument(instrument).terms().is_none() {
            return self.config.margin.of(value.abs());
        }
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

    /// Of so many lots that the buying power does not cover whole, what can be opened at this entry
    /// price where they write an option; all of them where they do not.
    pub(super) fn covered(&self, instrument: u32, lots: i64, entry: i64, power: Money) -> i64 {
        if lots > 0 || self.value_at_strike(instrument, lots).is_none() {
            return lots.abs();
        }
        let cover = |lots: i64| {
            let value = self.instrument(instrument).notional(entry, lots);
            self.to_cover(instrument, lots, value).raw()
        };
        let power = power.raw().max(0);
        let part = power * i128::from(lots.abs()) / cover(lots).max(1);
        let part = i64::try_from(part).unwrap_or(i64::MAX);
        // What a lot binds is rounded: the last one may not fit.
        if cover(-part) > power { part - 1 } else { part }
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
