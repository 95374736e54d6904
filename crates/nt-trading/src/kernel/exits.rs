use super::{Exits, Kernel};
use crate::{Bracket, Costs, ExitMove, Level, OrderId, OrderKind, OrderRequest, Reason, Size};

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
            Level::Share(share) => {
                let level = Costs::worsen(price, share.abs(), upwards);
                self.instrument(instrument).on_tick(level, upwards)
            }
        };
        let exit = |level: Option<Level>, upwards| {
            level.map_or(ExitMove::Keep, |level| ExitMove::To(away(level, upwards)))
        };
        let stop_loss = exit(bracket.stop_loss, !long);
        let take_profit = exit(bracket.take_profit, long);
        self.set_exits(instrument, lot, stop_loss, take_profit);
    }

    /// Moves the exits of an open lot; a lot that is closed stays so.
    pub(super) fn set_exits(
        &mut self,
        instrument: u32,
        lot: OrderId,
        stop_loss: ExitMove,
        take_profit: ExitMove,
    ) {
        if self.lot_quantity(instrument, lot) == 0 {
            return;
        }
        let old = self.exits.remove(&lot).unwrap_or_default();
        let kept = Exits {
            stop_loss: self.keep(old.stop_loss, stop_loss),
            take_profit: self.keep(old.take_profit, take_profit),
        };
        let mut place = |exit: ExitMove, kind: fn(i64) -> OrderKind| match exit {
            ExitMove::To(price) => self.place_exit(instrument, lot, kind(price)),
            ExitMove::Keep | ExitMove::Remove => None,
        };
        let placed = Exits {
            stop_loss: place(stop_loss, |stop| OrderKind::Stop { stop }),
            take_profit: place(take_profit, |limit| OrderKind::Limit { limit }),
        };
        self.exits.insert(
            lot,
            Exits {
                stop_loss: placed.stop_loss.or(kept.stop_loss),
                take_profit: placed.take_profit.or(kept.take_profit),
            },
        );
    }

    /// The exit that stays; one that moves or goes is taken back.
    fn keep(&mut self, exit: Option<OrderId>, change: ExitMove) -> Option<OrderId> {
        if change == ExitMove::Keep {
            return exit;
        }
        if let Some(id) = exit {
            self.cancel(id, Reason::Requested);
        }
        None
    }

    fn resize_exits(&mut self, instrument: u32, lot: OrderId, exits: Exits) {
        let kind = |exit: Option<OrderId>| Some(self.book.get(exit?)?.request.kind);
        let stop_loss = kind(exits.stop_loss).and_then(OrderKind::stop);
        let take_profit = kind(exits.take_profit).and_then(OrderKind::limit);
        let to = |price: Option<i64>| price.map_or(ExitMove::Keep, ExitMove::To);
        self.set_exits(instrument, lot, to(stop_loss), to(take_profit));
    }

    fn place_exit(&mut self, instrument: u32, lot: OrderId, kind: OrderKind) -> Option<OrderId> {
        let size = Size::Lots(-self.lot_quantity(instrument, lot));
        let request = OrderRequest {
            kind,
            reduce_only: true,
            lot: Some(lot),
            ..OrderRequest::market(instrument, size)
        };
        self.place(&request, false)
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
