use nt_core::{Money, div_round_half_even};

use super::CurrencyCode;
use crate::Record;

/// Trillionths of a rate of exchange.
pub(crate) const RATE_UNITS: i128 = 1_000_000_000_000;

/// Cash and fees in the currencies beside the base; empty in an account of one currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CashBooks {
    /// One for each foreign currency, in order of their first instrument.
    pub books: Vec<CashBook>,
    /// Of each instrument its book; `None` is the base. Empty where no book is.
    pub of: Vec<Option<u8>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CashBook {
    pub code: CurrencyCode,
    pub cash: Money,
    pub fees: Money,
}

impl CashBooks {
    /// The next instrument is in this currency, or in the base.
    pub fn declare(&mut self, instrument: usize, code: Option<CurrencyCode>) {
        let Some(code) = code else {
            return;
        };
        let place = self.place_of(code);
        self.of.resize(instrument + 1, None);
        self.of[instrument] = Some(place as u8);
    }

    /// The book of an instrument that is not in the base currency.
    pub fn of_instrument(&mut self, instrument: usize) -> Option<&mut CashBook> {
        let place = self.of.get(instrument).copied().flatten()?;
        self.books.get_mut(usize::from(place))
    }

    /// The cash in a currency, from now on if not before.
    pub fn cash_of(&mut self, code: CurrencyCode) -> &mut Money {
        let place = self.place_of(code);
        &mut self.books[place].cash
    }

    fn place_of(&mut self, code: CurrencyCode) -> usize {
        let place = self.books.iter().position(|book| book.code == code);
        place.unwrap_or_else(|| {
            self.books.push(CashBook {
                code,
                cash: Money::ZERO,
                fees: Money::ZERO,
            });
            self.books.len() - 1
        })
    }
}

/// What a conversion brings in: its amount times its rate, rounded half to even to a billionth.
pub(crate) fn received(conversion: &Record) -> Money {
    let product = conversion.money.raw() * i128::from(conversion.price);
    Money::from_raw(div_round_half_even(product, RATE_UNITS))
}
