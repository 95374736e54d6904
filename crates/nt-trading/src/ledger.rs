mod corporate;
mod posting;

use std::collections::VecDeque;

use nt_core::{Instrument, Money, Result};

use crate::account::{Carry, CashBooks, Settlement};
use crate::{EventLog, Lot, OrderId, Position, Record, RecordKind, State, Trade};

/// Cash and positions: the fold of the event log's fills and corporate actions. A fold can list the closed trades too; the
/// kernel's own ledger only counts them, so that its size does not grow with the fills behind it.
///
/// Positions net: a fill against the position closes its lots, the oldest first unless it names
/// one, and what is left opens a lot on the other side.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    instruments: Vec<Instrument>,
    /// Cash as if every position had been paid for in full, contracts on margin too.
    balance: Money,
    /// Entry value of the open lots of contracts on margin: what was not paid for them.
    carried: Money,
    fees: Money,
    positions: Vec<Position>,
    /// Entry fee of each part of a lot, where lots pay their own; else zero.
    fee_per_part: Money,
    closed_trades: usize,
    trades: Option<Vec<Trade>>,
    /// Openers of the lots that the last fill closed for good.
    closed_lots: Vec<OrderId>,
    carry: Carry,
    settlement: Settlement,
    /// What is not in the base currency.
    books: CashBooks,
}

/// A fill as the ledger books it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fill {
    pub instrument: u32,
    pub order: OrderId,
    /// Signed lots.
    pub quantity: i64,
    /// In ticks.
    pub price: i64,
    pub fee: Money,
    pub step: u32,
    /// The lot to close first, by the order that opened it.
    pub lot: Option<OrderId>,
    /// Whether it opens a lot whatever is held.
    pub opens: bool,
}

impl Ledger {
    /// An account that holds nothing but cash.
    #[must_use]
    pub fn new(cash: Money, instruments: Vec<Instrument>) -> Self {
        let positions = vec![Position::default(); instruments.len()];
        Self {
            instruments,
            balance: cash,
            carried: Money::ZERO,
            fees: Money::ZERO,
            positions,
            fee_per_part: Money::ZERO,
            closed_trades: 0,
            trades: None,
            closed_lots: Vec::new(),
            carry: Carry::default(),
            settlement: Settlement::default(),
            books: CashBooks::default(),
        }
    }

    /// The same account, in which each part of a lot pays this fee at its entry.
    pub(crate) fn with_fee_per_part(self, fee_per_part: Money) -> Self {
        Self {
            fee_per_part,
            ..self
        }
    }

    /// The state after the fills of a log, with every closed trade.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where a record does not follow the schema.
    pub fn fold(log: &EventLog, instruments: Vec<Instrument>) -> Result<Self> {
        let mut ledger = Self::new(Money::ZERO, instruments).listing_trades();
        let mut lots_to_close = LotsToClose::default();
        for record in log.records() {
            let record = record?;
            let lot = lots_to_close.of(&record);
            ledger.take(&record, lot);
        }
        Ok(ledger)
    }

    /// The state after more records than those behind a snapshot, with the trades they closed.
    ///
    /// # Errors
    /// `LOG_CORRUPT` where a record cannot follow those before it.
    pub fn fold_from(snapshot: &State, tail: impl IntoIterator<Item = Record>) -> Result<Self> {
        let mut state = snapshot.clone();
        state.ledger = state.ledger.listing_trades();
        for record in tail {
            state.take(&record)?;
        }
        Ok(state.ledger)
    }

    fn listing_trades(self) -> Self {
        self.listing_trades_if(true)
    }

    /// The same account, which lists its closed trades where that is wanted.
    pub(crate) fn listing_trades_if(self, wanted: bool) -> Self {
        Self {
            trades: wanted.then(Vec::new),
            ..self
        }
    }

    /// An account of plain shares back at its beginning, with nothing but this cash.
    pub(crate) fn restart(&mut self, cash: Money) {
        self.balance = cash;
        self.fees = Money::ZERO;
        self.closed_trades = 0;
        self.closed_lots.clear();
        for position in &mut self.positions {
            position.quantity = 0;
            position.lots.clear();
        }
        if let Some(trades) = &mut self.trades {
            trades.clear();
        }
    }

    /// Takes one record of the log; of a fill, `lot` is the one its order closes first.
    pub(crate) fn take(&mut self, record: &Record, lot: Option<OrderId>) {
        match record.kind {
            RecordKind::Opened => {
                self.balance += record.money;
                self.fee_per_part = Money::from_raw(i128::from(record.price));
                self.settlement.days = u32::try_from(record.stop).unwrap_or_default();
            }
            RecordKind::DebtCancelled | RecordKind::FundingPaid => self.pay(record.money),
            RecordKind::Settled => self.book(Fill::settlement(
                record.instrument,
                record.quantity,
                record.price,
                record.step,
            )),
            RecordKind::OrderFilled => {
                self.book(Fill {
                    instrument: record.instrument,
                    order: OrderId(record.order),
                    quantity: record.quantity,
                    price: record.price,
                    fee: record.money,
                    step: record.step,
                    lot,
                    opens: record.opens_lot(),
                });
                self.note_proceeds(record);
            }
            kind if kind.is_corporate_action() => self.take_action(record),
            _ => self.post(record),
        }
        self.closed_lots.clear();
    }

    /// The account that a snapshot holds.
    pub(crate) fn restored(
        (balance, fees, fee_per_part): (Money, Money, Money),
        closed_trades: usize,
        (instruments, positions): (Vec<Instrument>, Vec<Position>),
        (carry, settlement, books): (Carry, Settlement, CashBooks),
    ) -> Self {
        let carried = instruments
            .iter()
            .zip(&positions)
            .map(|(instrument, position)| position.carried(instrument))
            .sum();
        Self {
            instruments,
            balance,
            carried,
            fees,
            positions,
            fee_per_part,
            closed_trades,
            trades: None,
            closed_lots: Vec::new(),
            carry,
            settlement,
            books,
        }
    }

    /// Adds an instrument that the log tells of.
    pub(crate) fn declare(&mut self, instrument: Instrument) {
        self.instruments.push(instrument);
        self.positions.push(Position::default());
    }

    /// Gives the instrument that was declared last what a record of its terms adds.
    pub(crate) fn list(&mut self, instrument: Instrument) {
        if let Some(last) = self.instruments.last_mut() {
            *last = instrument;
        }
    }

    /// Money that comes, or goes where it is negative, without a fill.
    pub(crate) fn pay(&mut self, money: Money) {
        self.balance += money;
    }

    /// Books a fill: the flow is minus price times signed quantity minus the fee. Of a contract on
    /// margin the price is not paid but carried along until it is closed.
    pub(crate) fn book(&mut self, fill: Fill) {
        let index = fill.instrument as usize;
        self.closed_lots.clear();
        let outflow = self.instruments[index].notional(fill.price, fill.quantity) + fill.fee;
        if let Some(book) = self.books.of_instrument(index) {
            book.cash -= outflow;
            book.fees += fill.fee;
        } else {
            self.balance -= outflow;
            self.fees += fill.fee;
        }
        let mut left = fill.quantity;
        let mut fee_left = fill.fee;
        while left != 0
            && let Some(lot) = self.lot_to_close(index, &fill)
        {
            let closing = left
                .abs()
                .min(self.positions[index].lots[lot].quantity.abs());
            let fee = share(fee_left, closing, left.abs());
            self.close(index, lot, closing, fee, &fill);
            fee_left -= fee;
            left -= closing * left.signum();
        }
        if left != 0 {
            let lot = Lot {
                order: fill.order,
                quantity: left,
                price: fill.price,
                step: fill.step,
                fee: fee_left,
            };
            let position = &mut self.positions[index];
            if !position.costs.is_empty() {
                let cost = self.instruments[index].notional(fill.price, left);
                position.costs.push_back(cost);
            }
            position.quantity += left;
            position.lots.push_back(lot);
            if self.instruments[index].is_margined() {
                self.carried += self.instruments[index].notional(fill.price, left);
            }
        }
    }

    /// The lot that a fill closes next: the one it names, else the oldest on the other side.
    fn lot_to_close(&self, instrument: usize, fill: &Fill) -> Option<usize> {
        if fill.opens {
            return None;
        }
        let lots = &self.positions[instrument].lots;
        let opposes = |lot: &Lot| lot.quantity.signum() == -fill.quantity.signum();
        fill.lot
            .and_then(|order| {
                lots.iter()
                    .position(|lot| lot.order == order && opposes(lot))
            })
            .or_else(|| lots.front().is_some_and(opposes).then_some(0))
    }

    fn close(
        &mut self,
        index: usize,
        lot_index: usize,
        closing: i64,
        exit_fee: Money,
        fill: &Fill,
    ) {
        let position = &mut self.positions[index];
        let lot = &mut position.lots[lot_index];
        let quantity = closing * lot.quantity.signum();
        let shared = share(lot.fee - self.fee_per_part, closing, lot.quantity.abs());
        let entry_fee = shared + self.fee_per_part;
        let instrument = &self.instruments[index];
        let cost = match position.costs.get_mut(lot_index) {
            None => instrument.notional(lot.price, quantity),
            Some(whole) => {
                let cost = share(*whole, closing, lot.quantity.abs());
                *whole -= cost;
                cost
            }
        };
        let gross = instrument.notional(fill.price, quantity) - cost;
        let fees = entry_fee + exit_fee;
        self.closed_trades += 1;
        if let Some(trades) = &mut self.trades {
            trades.push(Trade {
                instrument: fill.instrument,
                order: lot.order,
                quantity,
                entry_price: lot.price,
                exit_price: fill.price,
                entry_step: lot.step,
                exit_step: fill.step,
                cost,
                fees,
                pnl: gross - fees,
            });
        }
        if instrument.is_margined() {
            self.carried -= instrument.notional(lot.price, lot.quantity)
                - instrument.notional(lot.price, lot.quantity - quantity);
        }
        lot.quantity -= quantity;
        lot.fee -= shared;
        position.quantity -= quantity;
        if lot.quantity == 0 {
            self.closed_lots.push(lot.order);
            forget(&mut position.lots, lot_index);
            forget(&mut position.costs, lot_index);
        }
    }

    pub(crate) fn cancel_debt(&mut self) {
        self.pay(-self.cash());
    }

    pub(crate) const fn fee_per_part(&self) -> Money {
        self.fee_per_part
    }

    /// Cash, negative when it is owed.
    #[must_use]
    pub fn cash(&self) -> Money {
        self.balance + self.carried
    }

    /// Cash as if every position had been paid for in full: equity is this and the value of every
    /// position, whether it is one of shares or of contracts on margin.
    #[must_use]
    pub const fn balance(&self) -> Money {
        self.balance
    }

    /// All fees so far.
    #[must_use]
    pub const fn fees(&self) -> Money {
        self.fees
    }

    /// The position in an instrument.
    #[must_use]
    pub fn position(&self, instrument: u32) -> &Position {
        &self.positions[instrument as usize]
    }

    /// How many trades were closed.
    #[must_use]
    pub const fn closed_trades(&self) -> usize {
        self.closed_trades
    }

    /// Closed trades in order of exit, where this ledger is a fold.
    #[must_use]
    pub fn trades(&self) -> &[Trade] {
        self.trades.as_deref().unwrap_or_default()
    }

    pub(crate) fn closed_lots(&self) -> &[OrderId] {
        &self.closed_lots
    }

    /// What is traded.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// Value of the position in an instrument at this price (ticks).
    #[must_use]
    pub fn value_at(&self, instrument: u32, ticks: i64) -> Money {
        self.instruments[instrument as usize].notional(ticks, self.position(instrument).quantity)
    }
}

/// The lots that orders name to close, as a fold of the log learns of them.
#[derive(Debug, Default)]
struct LotsToClose(Vec<Option<OrderId>>);

impl LotsToClose {
    /// Of a fill, the lot that its order names.
    fn of(&mut self, record: &Record) -> Option<OrderId> {
        match record.kind {
            RecordKind::OrderSubmitted | RecordKind::OrderDenied => {
                self.0.push(record.lot_to_close());
                None
            }
            RecordKind::OrderFilled => {
                let row = (record.order as usize).checked_sub(1)?;
                self.0.get(row).copied().flatten()
            }
            _ => None,
        }
    }
}

/// Removes one of a list, most often the oldest.
fn forget<T>(list: &mut VecDeque<T>, index: usize) {
    if index == 0 {
        list.pop_front();
    } else {
        list.remove(index);
    }
}

/// The part of an amount that falls to `part` of `whole` lots, truncated to a billionth.
fn share(amount: Money, part: i64, whole: i64) -> Money {
    if part == whole || amount == Money::ZERO {
        return amount;
    }
    let product = amount.raw() * i128::from(part);
    Money::from_raw(match i64::try_from(product) {
        Ok(narrow) => i128::from(narrow / whole),
        Err(_) => product / i128::from(whole),
    })
}

#[cfg(test)]
mod tests;
