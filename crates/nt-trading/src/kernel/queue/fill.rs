use super::Pass;
use super::cost::OpeningCost;
use super::touch::{By, Fillable};
use crate::kernel::{Exits, Kernel};
use crate::{Costs, Order, OrderId, Reason, RecordKind, Size};

impl Kernel {
    /// Fills an order of the queue; true where the queue has to be passed again.
    pub(super) fn fill_from_queue(
        &mut self,
        order: &Order,
        fillable: Fillable,
        pass: Pass<'_>,
    ) -> bool {
        let now = (self.step, self.time);
        if fillable.by == By::Market
            && self.fills_at_close_before(order)
            && pass.close_before.is_some()
        {
            (self.step, self.time) = self.step_before;
        }
        let again = match order.request.lot {
            Some(lot) => {
                self.close_from_queue(order, lot, fillable);
                false
            }
            None => self.trade_from_queue(order, fillable, pass),
        };
        (self.step, self.time) = now;
        again
    }

    /// Closes what is left of a lot, or the part that was asked for.
    fn close_from_queue(&mut self, order: &Order, lot: OrderId, fillable: Fillable) {
        let open = self.lot_quantity(order.request.instrument, lot);
        let Size::Lots(wanted) = order.request.size else {
            return;
        };
        let lots = -open.signum() * wanted.abs().min(open.abs());
        if lots == 0 {
            self.cancel(order.id, Reason::LotClosed);
            return;
        }
        let price = self.slipped_in_queue(fillable, lots > 0);
        self.book_part(order, lots, price, (true, RecordKind::COMPLETES));
        self.book.remove(order.id);
    }

    /// Closes what opposes the order, lot by lot, and opens a lot for the rest.
    fn trade_from_queue(&mut self, order: &Order, fillable: Fillable, pass: Pass<'_>) -> bool {
        let price = self.slipped_in_queue(fillable, order.buys());
        let lots = self.lots_from_queue(order, price);
        if lots == 0 {
            self.cancel(order.id, Reason::QuantityZero);
            return false;
        }
        let closed = if self.config.hedging {
            0
        } else {
            self.close_opposing(order, lots, price)
        };
        let rest = lots - closed;
        if rest == 0 {
            self.book.remove(order.id);
            return false;
        }
        if let Some(reason) = self.why_not_open(order, lots, rest, price) {
            if closed != 0 {
                self.note_part(order.id, closed);
            }
            self.cancel(order.id, reason);
            return false;
        }
        let opens = if self.config.hedging {
            RecordKind::OPENS
        } else {
            0
        };
        let entry = Costs::worsen(price, self.config.costs.spread, rest > 0);
        let detail = RecordKind::COMPLETES | opens;
        self.book_part(order, rest, entry, (true, detail));
        self.book.remove(order.id);
        let request = &order.request;
        if request.bracket.is_empty() {
            return false;
        }
        self.place_exits(request.instrument, order.id, request.bracket, entry);
        self.exits_count_now(order, fillable, pass)
    }

    fn slipped_in_queue(&self, fillable: Fillable, buys: bool) -> i64 {
        match fillable.by {
            By::Market | By::Stop => self.config.costs.slippage_of_one(fillable.price, buys),
            By::Limit => fillable.price,
        }
    }

    fn lots_from_queue(&self, order: &Order, price: i64) -> i64 {
        match order.request.size {
            Size::Share(share) => {
                let cost = self.opening_cost(order, price);
                let lots = cost.most_within(self.power_in_queue(), share.abs());
                if share.raw() > 0 { lots } else { -lots }
            }
            _ => self.lots_of(&order.request, price),
        }
    }

    fn opening_cost(&self, order: &Order, price: i64) -> OpeningCost<'_> {
        let instrument = self.instrument(order.request.instrument);
        let fee = self.config.costs.fees.as_plain().unwrap_or_default();
        let fixed = fee.per_fill;
        let (fixed, per) = match order.request.size {
            Size::Share(share) => (
                share.abs().whole_of(fixed),
                instrument.quantity_scale().per_unit() as i64,
            ),
            Size::Lots(lots) => (fixed, lots.abs()),
            Size::TargetLots(_) | Size::TargetShare(_) => {
                (fixed, self.lots_of(&order.request, price).abs().max(1))
            }
        };
        OpeningCost {
            instrument,
            spread: self.config.costs.spread,
            fee_rate: fee.rate,
            price,
            buys: order.buys(),
            fixed,
            per,
        }
    }

    /// Closes opposing lots, the oldest first, each by its own fill; returns the signed lots.
    fn close_opposing(&mut self, order: &Order, lots: i64, price: i64) -> i64 {
        let instrument = order.request.instrument;
        let mut left = lots;
        while left != 0 {
            let oldest = self.ledger.position(instrument).lots.front().copied();
            let Some(lot) = oldest.filter(|lot| lot.quantity.signum() == -left.signum()) else {
                break;
            };
            let part = left.signum() * left.abs().min(lot.quantity.abs());
            left -= part;
            let detail = if left == 0 { RecordKind::COMPLETES } else { 0 };
            self.book_part(order, part, price, (true, detail));
        }
        lots - left
    }

    /// Why the rest of an order opens nothing, once what opposed it is closed.
    fn why_not_open(&self, order: &Order, lots: i64, rest: i64, price: i64) -> Option<Reason> {
        let request = &order.request;
        if request.reduce_only {
            return Some(Reason::ReduceOnly);
        }
        let held = self.ledger.position(request.instrument).quantity;
        let instrument = self.instrument(request.instrument);
        let limits = self
            .gate
            .check_limits(lots, held + rest - lots, instrument, Some(price));
        if let Some(reason) = self.why_not_short(held + rest).or(limits.err()) {
            return Some(reason);
        }
        let power = match request.size {
            Size::Lots(_) | Size::Share(_) => self.power_in_queue(),
            // A target is sized at the price of the fill, so it is paid for at that price.
            Size::TargetLots(_) | Size::TargetShare(_) => {
                self.buying_power(request.instrument, price)
            }
        };
        let cost = self.opening_cost(order, price).of(rest.abs());
        (cost > power).then_some(Reason::InsufficientBuyingPower)
    }

    /// Whether the exits of a lot just opened can fill on this bar: after a market order they can;
    /// after a stop, where the bar reached the take profit beyond it and not the stop loss. Else they
    /// wait for the next bar.
    fn exits_count_now(&self, order: &Order, fillable: Fillable, pass: Pass<'_>) -> bool {
        let price = |id: Option<OrderId>| {
            let kind = self.book.get(id?)?.request.kind;
            kind.stop().or(kind.limit())
        };
        let Exits {
            stop_loss,
            take_profit,
        } = self.exits.get(&order.id).copied().unwrap_or_default();
        let (loss, profit) = (price(stop_loss), price(take_profit));
        match (fillable.by, profit) {
            (By::Market, _) => true,
            (By::Stop, Some(profit)) if order.buys() => {
                profit <= pass.bar.high && loss.is_none_or(|loss| loss < pass.bar.low)
            }
            (By::Stop, Some(profit)) => {
                profit >= pass.bar.low && loss.is_none_or(|loss| loss > pass.bar.high)
            }
            _ => false,
        }
    }
}
