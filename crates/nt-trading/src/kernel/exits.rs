use super::{Exits, Kernel};
use crate::{Level, OrderId, OrderKind, OrderRequest, Reason, Size};

impl Kernel {
    /// Places the exits of a lot that an order has just opened at this price (ticks).
    pub(super) fn place_exits(&mut self, order: OrderId, price: i64) {
        let request = self.orders[order.index()].request;
        let long = self.lot_quantity(order) > 0;
        let away = |level: Level, upwards: bool| match level {
            Level::Price(ticks) => ticks,
            Level::Share(share) => crate::Costs::worsen(price, share.abs(), upwards),
        };
        let stop_loss = request.bracket.stop_loss.map(|level| away(level, !long));
        let take_profit = request.bracket.take_profit.map(|level| away(level, long));
        self.set_exits(order, stop_loss, take_profit);
    }

    /// Replaces the exits of an open lot; a lot that is closed stays so.
    pub(super) fn set_exits(&mut self, lot: OrderId, stop_loss: Option<i64>, take_profit: Option<i64>) {
        if lot.0 == 0 || lot.index() >= self.orders.len() || self.lot_quantity(lot) == 0 {
            return;
        }
        self.cancel_exits(lot, Reason::Requested);
        let stop_loss = stop_loss.and_then(|stop| self.place_exit(lot, OrderKind::Stop { stop }));
        let take_profit = take_profit.and_then(|limit| self.place_exit(lot, OrderKind::Limit { limit }));
        self.exits[lot.index()] = Exits { stop_loss, take_profit };
    }

    fn place_exit(&mut self, lot: OrderId, kind: OrderKind) -> Option<OrderId> {
        let instrument = self.orders[lot.index()].request.instrument;
        let size = Size::Lots(-self.lot_quantity(lot));
        let request = OrderRequest {
            kind,
            reduce_only: true,
            lot: Some(lot),
            ..OrderRequest::market(instrument, size)
        };
        self.place(request, false)
    }

    /// Takes back what was to close a lot that is gone.
    pub(super) fn cancel_exits(&mut self, lot: OrderId, reason: Reason) {
        let Exits { stop_loss, take_profit } = std::mem::take(&mut self.exits[lot.index()]);
        for exit in [stop_loss, take_profit].into_iter().flatten() {
            self.cancel(exit, reason);
        }
    }

    /// Signed lots still open of what an order opened.
    pub(super) fn lot_quantity(&self, order: OrderId) -> i64 {
        let instrument = self.orders[order.index()].request.instrument;
        let lots = &self.ledger.position(instrument).lots;
        lots.iter().find(|lot| lot.order == order).map_or(0, |lot| lot.quantity)
    }
}
