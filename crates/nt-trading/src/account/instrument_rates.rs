use std::collections::BTreeMap;

use nt_core::Rate;

/// A rate for every instrument: one for all of them, and those that have their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstrumentRates {
    /// Of every instrument without its own.
    pub standard: Rate,
    /// By index of the instrument.
    pub own: BTreeMap<u32, Rate>,
}

impl InstrumentRates {
    /// The same rate for all.
    #[must_use]
    pub const fn all(standard: Rate) -> Self {
        Self {
            standard,
            own: BTreeMap::new(),
        }
    }

    /// The rate of an instrument.
    #[must_use]
    pub fn of(&self, instrument: u32) -> Rate {
        self.own.get(&instrument).copied().unwrap_or(self.standard)
    }

    /// Every rate there is.
    pub fn iter(&self) -> impl Iterator<Item = Rate> {
        std::iter::once(self.standard).chain(self.own.values().copied())
    }
}
