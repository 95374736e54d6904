use super::{Exits, Kernel};
use crate::{Bracket, Costs, Level, OrderId, OrderKind, OrderRequest, Reason, Size};

impl Kernel {
    /// Places the exits of a lot that an order has just opened at this price (ticks).
    pub(super) fn place_exits(
        &mut self,
        instrument: u32,
        lot: OrderId,
        bracket: Bracket,
        price: i64,
    ) {
        if let Some(&exits) = self.exits.get(&lot) {
            // A further part of an order: its exits keep their levels and cover it too.
            self.resize_exits(instrument, lot, exits);
            return;
        }
        let long = self.lot_quantity(instrument, lot) > 0;
        let away = |level: Level, upwards: bool| match level {
            Level::Price(ticks) => ticks,
            Level::Share(share) => Costs::worsen(price, share.abs(), upwards),
        };
        let stop_loss = bracket.stop_loss.map(|level| away(level, !long));
        let take_profit = bracket.take_profit.map(|level| away(level, long));
        self.set_exits(instrument, lot, stop_loss, take_profit);
    }

    /// Replaces the exits of an open lot; a lot that is closed stays so.
    pub(super) fn set_exits(
        &mut self,
        instrument: u32,
        lot: OrderId,
        stop_loss: Option<i64>,
        take_profit: Option<i64>,
    ) {
        if self.lot_quantity(instrument, lot) == 0 {
            return;
        }
        self.cancel_exits(lot, Reason::Requested);
        let place = |kernel: &mut Self, kind| kernel.place_exit(instrument, lot, kind);
        let stop_loss = stop_loss.and_then(|stop| place(self, OrderKind::Stop { stop }));
        let take_profit = take_profit.and_then(|limit| place(self, OrderKind::Limit { limit }));
        self.exits.insert(
            lot,
            Exits {
                stop_loss,
                take_profit,
            },
        );
    }

    fn resize_exits(&mut self, instrument: u32, lot: OrderId, exits: Exits) {
        let kind = |exit: Option<OrderId>| Some(self.book.get(exit?)?.request.kind);
        let stop_loss = kind(exits.stop_loss).and_then(OrderKind::stop);
        let take_profit = kind(exits.take_profit).and_then(OrderKind::limit);
        self.set_exits(instrument, lot, stop_loss, take_profit);
    }

    fn place_exit(&mut self, instrument: u32, lot: OrderId, kind: OrderKind) -> Option<OrderId> {
        let size = Size::Lots(-self.lot_quantity(instrument, lot));
        let request = OrderRequest {
            kind,
            reduce_only: true,
            lot: Some(lot),
            ..OrderRequest::market(instrument, size)
        };
        self.place(request, false)
    }

    /// Takes back what was to close a lot that is gone, except the exit that is filling.
    pub(super) fn retire_exits(&mut self, lot: OrderId, filling: OrderId) {
        if let Some(exits) = self.exits.get_mut(&lot) {
            exits.stop_loss = exits.stop_loss.filter(|&exit| exit != filling);
            exits.take_profit = exits.take_profit.filter(|&exit| exit != filling);
            self.cancel_exits(lot, Reason::LotClosed);
        }
    }

    fn cancel_exits(&mut self, lot: OrderId, reason: Reason) {
        let Some(Exits {
            stop_loss,
            take_profit,
        }) = self.exits.remove(&lot)
        else {
            return;
        };
        for exit in [stop_loss, take_profit].into_iter().flatten() {
            self.cancel(exit, reason);
        }
    }

    /// Signed lots still open of what an order opened, in however many fills.
    pub(super) fn lot_quantity(&self, instrument: u32, order: OrderId) -> i64 {
        if instrument as usize >= self.last_price.len() {
            return 0;
        }
        let lots = &self.ledger.position(instrument).lots;
        lots.iter()
            .filter(|lot| lot.order == order)
            .map(|lot| lot.quantity)
            .sum()
    }
}
