use nt_core::Rate;

use super::Kernel;
use crate::ledger::Fill;
use crate::sizing::Sizing as Sizer;
use crate::{Costs, Execution, OrderId, OrderRequest, Reason, Record, RecordKind, Size, TimeInForce, Transition};

/// How a fill splits: what closes lots, what opens one, and why something is left.
#[derive(Clone, Copy, Debug)]
struct Split {
    closing: i64,
    opening: i64,
    /// Price of the opening part in ticks, spread included.
    opening_price: i64,
    refused: Option<Reason>,
}

impl Kernel {
    pub(super) const fn taken_at(&self, ticks: i64) -> Execution {
        Execution { ticks, takes: true, at_open: false }
    }

    /// Fills an order at an execution, as far as the account allows; the rest is cancelled.
    pub(super) fn fill(&mut self, id: OrderId, execution: Execution) {
        let request = self.orders[id.index()].request;
        let lots = self.lots_left(id, &request, execution.ticks);
        if lots == 0 {
            return self.cancel(id, if request.lot.is_some() { Reason::LotClosed } else { Reason::QuantityZero });
        }
        self.orders[id.index()].request.size = Size::Lots(self.orders[id.index()].filled + lots);
        let slippage = if execution.takes { self.config.costs.slippage } else { Rate::ZERO };
        let price = Costs::worsen(execution.ticks, slippage, lots > 0);
        let split = self.split(id, &request, lots, price);
        if split.refused.is_some() && request.time_in_force == TimeInForce::FillOrKill {
            return self.cancel(id, Reason::FillOrKill);
        }
        self.book(id, &request, price, split);
        self.settle(id, split, lots);
        if split.opening != 0 && !request.bracket.is_empty() {
            self.place_exits(id, split.opening_price);
            self.remember_entry(id, split.opening_price, execution);
        }
    }

    /// Signed lots still to fill; an exit never trades more than its lot has left.
    fn lots_left(&self, id: OrderId, request: &OrderRequest, price: i64) -> i64 {
        let wanted = self.lots_of(request, price) - self.orders[id.index()].filled;
        match request.lot {
            None => wanted,
            Some(lot) => {
                let open = self.lot_quantity(lot);
                -open.signum() * wanted.abs().min(open.abs())
            }
        }
    }

    fn split(&self, id: OrderId, request: &OrderRequest, lots: i64, price: i64) -> Split {
        let held = self.ledger.position(request.instrument).quantity;
        let closes = if held.signum() == -lots.signum() { lots.abs().min(held.abs()) } else { 0 };
        let closing = closes * lots.signum();
        let opening_price = Costs::worsen(price, self.config.costs.spread, lots > 0);
        let wanted = lots - closing;
        let (opening, refused) = if wanted == 0 {
            (0, None)
        } else if request.reduce_only {
            (0, Some(Reason::ReduceOnly))
        } else {
            self.openable(id, request, wanted, closing, price)
        };
        Split { closing, opening, opening_price, refused }
    }

    /// How much of what an order wants to open the account allows once the closing part is booked.
    fn openable(
        &self,
        id: OrderId,
        request: &OrderRequest,
        wanted: i64,
        closing: i64,
        price: i64,
    ) -> (i64, Option<Reason>) {
        let held = self.ledger.position(request.instrument).quantity + closing;
        if let Some(reason) = self.why_not_short(held + wanted) {
            return (0, Some(reason));
        }
        let instrument = self.instrument(request.instrument);
        if let Err(reason) = self.gate.check_limits(wanted + closing, held - closing, instrument, Some(price)) {
            return (0, Some(reason));
        }
        let costs = &self.config.costs;
        let sizer = Sizer { instrument, costs, price, held };
        let power = self.buying_power_after(request.instrument, closing, price);
        let entry = instrument.notional(Costs::worsen(price, costs.spread, wanted > 0), wanted).abs();
        if entry + costs.fee(entry) <= power {
            return (wanted, None);
        }
        let affordable = if self.orders[id.index()].clip { sizer.affordable(power, wanted > 0) } else { 0 };
        (affordable.min(wanted.abs()) * wanted.signum(), Some(Reason::InsufficientBuyingPower))
    }

    fn book(&mut self, id: OrderId, request: &OrderRequest, price: i64, split: Split) {
        if split.opening_price == price {
            self.book_part(id, request, split.closing + split.opening, price);
        } else {
            self.book_part(id, request, split.closing, price);
            self.book_part(id, request, split.opening, split.opening_price);
        }
    }

    fn book_part(&mut self, id: OrderId, request: &OrderRequest, quantity: i64, price: i64) {
        if quantity == 0 {
            return;
        }
        let instrument = request.instrument;
        let fee = self.config.costs.fee(self.instrument(instrument).notional(price, quantity));
        self.log.append(Record {
            instrument,
            order: id.0,
            quantity,
            price,
            money: fee,
            ..Record::new(self.step, self.time, RecordKind::OrderFilled)
        });
        let closed_before = self.ledger.trades().len();
        let step = self.step;
        self.ledger.book(Fill { instrument, order: id, quantity, price, fee, step, lot: request.lot });
        self.orders[id.index()].filled += quantity;
        for trade in closed_before..self.ledger.trades().len() {
            let lot = self.ledger.trades()[trade].order;
            if self.exits[lot.index()] != super::Exits::default() && self.lot_quantity(lot) == 0 {
                self.retire_exits(lot, id);
            }
        }
    }

    /// Takes back the exits of a closed lot, except the one that is filling.
    fn retire_exits(&mut self, lot: OrderId, filling: OrderId) {
        let exits = &mut self.exits[lot.index()];
        exits.stop_loss = exits.stop_loss.filter(|&exit| exit != filling);
        exits.take_profit = exits.take_profit.filter(|&exit| exit != filling);
        self.cancel_exits(lot, Reason::LotClosed);
    }

    /// Moves the order on after a booking: filled, or cancelled with what is left of it.
    fn settle(&mut self, id: OrderId, split: Split, lots: i64) {
        let booked = split.closing + split.opening;
        let transition = if booked == lots { Transition::FillRest } else { Transition::FillPart };
        let order = &mut self.orders[id.index()];
        if booked != 0 {
            if let Ok(status) = order.status.after(transition) {
                order.status = status;
            }
        }
        match split.refused {
            Some(reason) if booked != lots => self.cancel(id, reason),
            _ => self.forget(id, self.orders[id.index()].request.instrument),
        }
    }
}
