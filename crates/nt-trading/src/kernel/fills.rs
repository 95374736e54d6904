use super::{Entry, Kernel};
use crate::costs::{Part, Terms};
use crate::ledger::Fill;
use crate::risk::listing;
use crate::{
    Execution, Order, OrderId, OrderRequest, Reason, Record, RecordKind, Size, TimeInForce,
};

/// How a fill splits: what closes lots, what opens one, and why something is left.
#[derive(Clone, Copy, Debug)]
struct Split {
    closing: i64,
    opening: i64,
    /// Price of the opening part in ticks, spread included.
    opening_price: i64,
    refused: Option<Reason>,
    /// Whether the bar's volume leaves a rest that works on.
    short_of_volume: bool,
}

impl Kernel {
    /// Fills an order of this number; one that has ended stays as it is.
    pub(super) fn fill(&mut self, id: OrderId, execution: Execution) {
        if let Some(&order) = self.book.get(id) {
            self.fill_order(&order, execution);
        }
    }

    /// Fills an order at an execution, as far as the account allows; the rest is cancelled.
    #[inline]
    pub(super) fn fill_order(&mut self, order: &Order, execution: Execution) {
        self.fill_at_most(order, execution, i64::MAX);
    }

    /// As [`Kernel::fill_order`], but of no more than `most` lots; the rest works on.
    pub(super) fn fill_at_most(&mut self, order: &Order, execution: Execution, most: i64) {
        let wanted = self.lots_left(order, execution.ticks);
        if wanted == 0 {
            let closes_lot = order.request.lot.is_some();
            let reason = if closes_lot {
                Reason::LotClosed
            } else {
                Reason::QuantityZero
            };
            self.cancel(order.id, reason);
            return;
        }
        let Some(lots) = self.within_volume(order, wanted) else {
            return;
        };
        if let Err(reason) = self.check_late_size(order, wanted, execution.ticks) {
            self.cancel(order.id, reason);
            return;
        }
        let lots = lots.clamp(-most, most);
        let takes = execution.takes;
        let price = self.slipped(order.request.instrument, execution, lots);
        let price = self.tradable(order, price, lots > 0);
        let terms = self.terms(Some(order.id), takes);
        let split = Split {
            short_of_volume: lots != wanted,
            ..self.split(order, lots, price, terms)
        };
        if split.refused.is_some() && order.request.time_in_force == TimeInForce::FillOrKill {
            self.cancel(order.id, Reason::FillOrKill);
            return;
        }
        self.book_split(order, price, split, takes);
        if split.closing + split.opening != 0 {
            self.follow_fill(order);
        }
        self.settle(order, split, wanted);
        self.open_exits(order, split, execution);
    }

    /// Of an order that is sized at its fill, what its instrument demands of the quantity.
    fn check_late_size(&self, order: &Order, wanted: i64, price: i64) -> Result<(), Reason> {
        let OrderRequest {
            instrument,
            size,
            reduce_only,
            ..
        } = order.request;
        if matches!(size, Size::Lots(_)) {
            return Ok(());
        }
        let held = self.held_against(&order.request);
        let listed = self.instrument(instrument);
        listing::check_size(listed, (wanted, held), Some(price), reduce_only)
    }

    /// The price in ticks after slippage, which only what takes liquidity pays.
    fn slipped(&self, instrument: u32, execution: Execution, lots: i64) -> i64 {
        if !execution.takes {
            return execution.ticks;
        }
        let volume = self.turnover.volume(instrument);
        let slippage = self.slippage_on(instrument);
        slippage.price(execution.ticks, lots, volume)
    }

    fn open_exits(&mut self, order: &Order, split: Split, execution: Execution) {
        let OrderRequest {
            instrument,
            kind,
            bracket,
            ..
        } = order.request;
        if split.opening != 0 && !bracket.is_empty() {
            let price = split.opening_price;
            self.place_exits(instrument, order.id, bracket, price);
            self.entries.push(Entry {
                order: order.id,
                kind,
                price,
                at_open: execution.at_open,
            });
        }
    }

    /// Signed lots still to fill; an exit never trades more than its lot has left.
    pub(super) fn lots_left(&self, order: &Order, price: i64) -> i64 {
        let wanted = self.lots_of(&order.request, price) - order.filled;
        match order.request.lot {
            None => wanted,
            Some(lot) => {
                let open = self.lot_quantity(order.request.instrument, lot);
                -open.signum() * wanted.abs().min(open.abs())
            }
        }
    }

    fn split(&self, order: &Order, lots: i64, price: i64, terms: Terms<'_>) -> Split {
        let request = &order.request;
        let held = self.ledger.position(request.instrument).quantity;
        let closes = if self.config.hedging {
            request.lot.map_or(0, |_| lots.abs())
        } else if held.signum() == -lots.signum() {
            lots.abs().min(held.abs())
        } else {
            0
        };
        let closing = closes * lots.signum();
        let opening_price = self.entry_price(request.instrument, price, lots > 0);
        let wanted = lots - closing;
        let (opening, refused) = if wanted == 0 {
            (0, None)
        } else if request.reduce_only {
            (0, Some(Reason::ReduceOnly))
        } else {
            self.openable(order, (wanted, closing), price, terms)
        };
        Split {
            closing,
            opening,
            opening_price,
            refused,
            short_of_volume: false,
        }
    }

    /// How much of what an order wants to open the account allows once the closing part is booked.
    fn openable(
        &self,
        order: &Order,
        (wanted, closing): (i64, i64),
        price: i64,
        terms: Terms<'_>,
    ) -> (i64, Option<Reason>) {
        let request = &order.request;
        let held = self.held_against(request) + closing;
        if let Some(reason) = self.why_not_short(held + wanted) {
            return (0, Some(reason));
        }
        if !self.has_rate(request.instrument) {
            return (0, Some(Reason::NoExchangeRate));
        }
        let instrument = self.instrument(request.instrument);
        if let Err(reason) =
            self.gate
                .check_limits(wanted + closing, held - closing, instrument, Some(price))
        {
            return (0, Some(reason));
        }
        let costs = &self.config.costs;
        let sizer = self.sizer(request.instrument, price, held, terms);
        let power = self.buying_power_after(request.instrument, closing, price, terms);
        let entry_price = self.entry_price(request.instrument, price, wanted > 0);
        let entry = instrument.notional(entry_price, wanted).abs();
        let part = Part {
            instrument,
            lots: wanted,
            notional: entry,
        };
        let fee = costs.fees.of(&part, terms);
        if self.to_cover(request.instrument, wanted, entry) + fee <= power {
            return (wanted, None);
        }
        if !order.clip {
            let cost = entry + costs.fees.of(&part, terms);
            return (0, Some(self.why_not_affordable(cost, power)));
        }
        let affordable = sizer.affordable(power, wanted > 0).min(wanted.abs());
        let covered = self.covered(request.instrument, wanted, entry_price, power - fee);
        let affordable = instrument.whole_lots(affordable.min(covered));
        (affordable * wanted.signum(), Some(Reason::CutToBuyingPower))
    }

    fn book_split(&mut self, order: &Order, price: i64, split: Split, takes: bool) {
        let complete = split.refused.is_none() && !split.short_of_volume;
        let completes = u8::from(complete);
        let opens = self.config.hedging && split.opening != 0;
        let detail = completes | (u8::from(opens) * RecordKind::OPENS);
        if split.opening_price == price {
            let booked = split.closing + split.opening;
            self.book_part(order, booked, price, (takes, detail));
        } else {
            let all = completes * u8::from(split.opening == 0);
            self.book_part(order, split.closing, price, (takes, all));
            let price = split.opening_price;
            self.book_part(order, split.opening, price, (takes, detail));
        }
    }

    /// Charges a fill, writes it to the log and books it; `detail` is that of
    /// [`RecordKind::OrderFilled`].
    pub(super) fn book_part(
        &mut self,
        order: &Order,
        quantity: i64,
        price: i64,
        (takes, detail): (bool, u8),
    ) {
        if quantity == 0 {
            return;
        }
        let OrderRequest {
            instrument, lot, ..
        } = order.request;
        let completes = detail & RecordKind::COMPLETES != 0;
        let fee = self.charge(order, quantity, price, (takes, completes));
        let record = Record {
            detail,
            instrument,
            order: order.id.0,
            quantity,
            price,
            money: fee,
            ..Record::new(self.step, self.time, RecordKind::OrderFilled)
        };
        self.log.append(record);
        let step = self.step;
        self.ledger.book(Fill {
            instrument,
            order: order.id,
            quantity,
            price,
            fee,
            step,
            lot,
            opens: record.opens_lot(),
        });
        self.mark_anew(instrument);
        self.ledger.note_proceeds(&record);
        if self.config.currencies.convert_fills {
            self.convert_all_of(instrument);
        }
        if self.exits.is_empty() {
            return;
        }
        for lot in self.ledger.closed_lots().to_vec() {
            if self.lot_quantity(instrument, lot) == 0 {
                self.retire_exits(lot, order.id);
            }
        }
    }

    /// Moves the order on after a booking: filled, or cancelled with what is left of it.
    fn settle(&mut self, order: &Order, split: Split, wanted: i64) {
        let booked = split.closing + split.opening;
        self.use_volume(order.request.instrument, booked);
        match split.refused {
            None if split.short_of_volume => self.keep_rest(order, wanted, booked),
            None => self.leave(order),
            Some(reason) => {
                debug_assert!(
                    booked.abs() < wanted.abs(),
                    "a refusal leaves something unfilled"
                );
                if booked != 0 {
                    self.note_part(order.id, booked);
                }
                if booked == 0 || !self.rest_as_limit(order.id, reason, split.opening_price) {
                    self.cancel(order.id, reason);
                }
            }
        }
    }
}
