//! What moves an account beside its fills: interest, borrow fees, settlement, conversions.

use nt_core::{Money, day_of};

use super::{Fill, Ledger};
use crate::account::{CashBooks, Settlement, received};
use crate::{CurrencyCode, Record, RecordKind};

impl Ledger {
    /// The same account, in which the proceeds of sales take so many business days to settle.
    pub(crate) fn with_settlement(mut self, days: u32) -> Self {
        self.settlement.days = days;
        self
    }

    /// The same account, whose instruments are in these currencies; `None` is the base.
    pub(crate) fn with_currencies(mut self, of: impl Fn(u32) -> Option<CurrencyCode>) -> Self {
        for instrument in 0..self.instruments.len() {
            self.books.declare(instrument, of(instrument as u32));
        }
        self
    }

    /// Posts what is neither a fill nor its fee.
    pub(crate) fn post(&mut self, record: &Record) {
        match record.kind {
            RecordKind::Interest => {
                self.balance += record.money;
                self.carry.interest += record.money;
            }
            RecordKind::BorrowFee => {
                self.balance -= record.money;
                self.carry.borrow_fees += record.money;
            }
            RecordKind::Converted if record.reason == 0 => {
                *self.cash_of(CurrencyCode::from_number(record.quantity)) -= record.money;
                *self.cash_of(CurrencyCode::from_number(record.stop)) += received(record);
            }
            RecordKind::Instrument => {
                let code = CurrencyCode::from_number(record.stop);
                self.books.declare(record.instrument as usize, code);
            }
            RecordKind::CashSettled => self.settlement.settle(day_of(record.time)),
            _ => {}
        }
    }

    /// Closes every lot of an instrument at this price (ticks), the oldest first, without an order or a
    /// fee.
    pub(crate) fn settle(&mut self, instrument: u32, price: i64, step: u32) {
        let index = instrument as usize;
        self.closed_lots.clear();
        let held = self.position(instrument).quantity;
        self.credit(index, -self.instruments[index].notional(price, -held));
        while let Some(&lot) = self.positions[index].lots.front() {
            let fill = Fill::settlement(instrument, -lot.quantity, price, step);
            self.close(index, 0, lot.quantity.abs(), Money::ZERO, &fill);
        }
    }

    /// Of a fill that sells, where sales take time to settle: what it brings in cannot be spent yet.
    pub(crate) fn note_proceeds(&mut self, fill: &Record) {
        if self.settlement.days == 0 || fill.quantity > 0 {
            return;
        }
        let value = self.instruments[fill.instrument as usize].notional(fill.price, -fill.quantity);
        let amount = (value - fill.money).max(Money::ZERO);
        self.settlement.sell(day_of(fill.time), amount);
    }

    /// Interest so far: received less paid.
    #[must_use]
    pub const fn interest(&self) -> Money {
        self.carry.interest
    }

    /// All fees for borrowing what was sold short so far.
    #[must_use]
    pub const fn borrow_fees(&self) -> Money {
        self.carry.borrow_fees
    }

    /// The part of the cash that cannot be spent yet: proceeds of sales that have not settled.
    #[must_use]
    pub const fn unsettled_cash(&self) -> Money {
        self.settlement.unsettled()
    }

    /// Cash in a currency; `None` is the base, as [`Ledger::cash`].
    #[must_use]
    pub fn cash_in(&self, currency: Option<CurrencyCode>) -> Money {
        let Some(code) = currency else {
            return self.cash();
        };
        let mut books = self.foreign_cash();
        books
            .find(|(it, _)| *it == code)
            .map_or(Money::ZERO, |(_, cash)| cash)
    }

    /// Cash in every currency that is not the base, negative when it is owed.
    pub fn foreign_cash(&self) -> impl Iterator<Item = (CurrencyCode, Money)> {
        self.books.books.iter().map(|book| (book.code, book.cash))
    }

    /// Adds to the cash in an instrument's currency.
    pub(super) fn credit(&mut self, instrument: usize, amount: Money) {
        match self.books.of_instrument(instrument) {
            Some(book) => book.cash += amount,
            None => self.balance += amount,
        }
    }

    fn cash_of(&mut self, currency: Option<CurrencyCode>) -> &mut Money {
        match currency {
            None => &mut self.balance,
            Some(code) => self.books.cash_of(code),
        }
    }

    pub(crate) const fn books(&self) -> &CashBooks {
        &self.books
    }

    pub(crate) const fn settlement(&self) -> &Settlement {
        &self.settlement
    }
}
