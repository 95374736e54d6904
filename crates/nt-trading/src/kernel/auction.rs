use super::Kernel;
use crate::{Execution, Order, OrderId, OrderKind, Reason, Status, TickBar, TimeInForce};

impl Kernel {
    /// Whether an order meets the path of the bar in hand: it works, from this step on, and does not
    /// wait for another time of the session.
    pub(super) fn meets(&self, order: &Order) -> bool {
        let now = match order.request.time_in_force {
            TimeInForce::AtOpen => self.session.opens && self.is_its_session(order),
            TimeInForce::AtClose => false,
            _ => true,
        };
        now && self.is_active(order)
    }

    /// Whether the session in hand is the one that an order was given for, where it was for one.
    pub(super) fn is_its_session(&self, order: &Order) -> bool {
        let number = self.session.number;
        number.is_none() || order.first_day == number
    }

    pub(super) fn is_active(&self, order: &Order) -> bool {
        order.status != Status::Held && order.active_from <= self.step
    }

    /// Fills an at-close order at the close of a session where its limit allows that, or cancels it.
    /// It comes after everything on the bar's path.
    pub(super) fn try_fill_at_close(&mut self, id: OrderId, bar: &TickBar) {
        let is_due = |order: &Order| order.request.time_in_force == TimeInForce::AtClose;
        if self.session.closes && self.book.get(id).is_some_and(is_due) {
            self.fill_at_close(id, bar);
        }
    }

    /// Kept out of the way of the orders that fill on the path.
    #[cold]
    fn fill_at_close(&mut self, id: OrderId, bar: &TickBar) {
        let Some(&order) = self.book.get(id) else {
            return;
        };
        if !self.is_active(&order) || !self.is_its_session(&order) {
            return;
        }
        match order.request.kind.limit() {
            Some(limit) if is_worse(bar.close, limit, order.buys()) => {
                self.cancel(id, Reason::AuctionMissed);
            }
            limit => self.fill(
                id,
                Execution {
                    takes: limit.is_none(),
                    ..Execution::taken_at(bar.close)
                },
            ),
        }
    }

    /// Whether an order fills at the close it was given at, where the fill policy says so.
    pub(super) fn fills_at_this_close(&self, id: OrderId) -> bool {
        self.book.get(id).is_some_and(|order| {
            let kind = order.request.kind;
            self.trades_now(order.request.instrument)
                && matches!(kind, OrderKind::Market | OrderKind::MarketToLimit)
                && !order.request.time_in_force.is_auction()
                && order.status != Status::Held
        })
    }
}

pub(super) const fn is_worse(price: i64, limit: i64, buys: bool) -> bool {
    if buys { price > limit } else { price < limit }
}
