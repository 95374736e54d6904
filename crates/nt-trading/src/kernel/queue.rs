mod close;
mod cost;
mod fill;
mod touch;

use nt_core::Money;

use self::touch::{Touch, touch};
use super::Kernel;
use crate::{
    Bracket, FillPolicy, Level, Order, OrderId, OrderKind, OrderRequest, QueueRules, Reason, Size,
    TickBar, TimeInForce,
};

/// What one pass over the queue looks at.
#[derive(Clone, Copy)]
struct Pass<'a> {
    bar: &'a TickBar,
    /// Close of the bar before, at which a market order fills under [`FillPolicy::ThisClose`].
    close_before: Option<i64>,
}

impl Kernel {
    /// Matches an instrument's bar by the rules of [`Matching::Queue`](crate::Matching::Queue).
    pub(super) fn match_in_queue(&mut self, instrument: u32, bar: &TickBar) {
        let close_before = self.last_price[instrument as usize];
        self.set_price(instrument, bar.close);
        let pass = Pass { bar, close_before };
        while self.pass_queue(instrument, pass) {}
    }

    /// Looks at every order that is waiting now; true where that has to be done again.
    fn pass_queue(&mut self, instrument: u32, pass: Pass<'_>) -> bool {
        let mut queue = std::mem::take(&mut self.queue);
        queue.clear();
        let place = |&id| Some((place(self.book.get(id)?), id));
        queue.extend(self.book.of(instrument).iter().filter_map(place));
        queue.sort_unstable();
        let mut again = false;
        for &(_, id) in &queue {
            again |= self.look_at(id, pass);
        }
        self.queue = queue;
        again
    }

    fn look_at(&mut self, id: OrderId, pass: Pass<'_>) -> bool {
        if self.expire(id) {
            return false;
        }
        let Some(&order) = self.book.get(id) else {
            return false;
        };
        let at_once = matches!(
            order.request.time_in_force,
            TimeInForce::ImmediateOrCancel | TimeInForce::FillOrKill
        );
        match touch(&order, pass.bar, self.market_price(&order, pass)) {
            Touch::Fill(fillable) if !at_once || fillable.at_open => {
                self.fill_from_queue(&order, fillable, pass)
            }
            Touch::Fill(_) | Touch::Rest if at_once => {
                self.kill(&order);
                false
            }
            Touch::Triggered => {
                self.trigger(&order);
                false
            }
            Touch::Fill(_) | Touch::Rest => false,
        }
    }

    /// The price that an order gets which takes what there is.
    fn market_price(&self, order: &Order, pass: Pass<'_>) -> i64 {
        match (self.fills_at_close_before(order), pass.close_before) {
            (true, Some(close)) => close,
            _ => pass.bar.open,
        }
    }

    fn fills_at_close_before(&self, order: &Order) -> bool {
        self.config.fill_policy == FillPolicy::ThisClose && !order.is_attached()
    }

    /// Takes a request in: what stands on the wrong side of the price is denied.
    pub(super) fn submit_to_queue(&mut self, mut request: OrderRequest, rules: QueueRules) {
        if request.kind == OrderKind::Market && request.lot.is_none() && request.size.is_flat() {
            self.close(request.instrument, None, nt_core::Rate::ONE);
            return;
        }
        if self.take_as_flat(&request) {
            return;
        }
        self.size_to_lot(&mut request);
        let clip = self.size_early(&mut request);
        let examined = match self.examine(&request, false) {
            Ok(_) if self.has_exit_beyond_market(&request) => Err(Reason::ExitOnWrongSide),
            examined => examined,
        };
        match examined {
            Ok(approved) => {
                let id = self.accept(approved, (clip, false), None);
                if rules.exclusive && request.lot.is_none() {
                    self.make_way_for(id, request.instrument);
                }
            }
            Err(reason) => {
                self.deny(&request, reason);
            }
        }
    }

    /// Whether an exit of a market order lies on the wrong side of the last price.
    fn has_exit_beyond_market(&self, request: &OrderRequest) -> bool {
        let buys = match request.size {
            Size::Lots(lots) => lots > 0,
            Size::Share(share) => share.raw() > 0,
            Size::TargetLots(_) | Size::TargetShare(_) => return false,
        };
        let Some(last) = self.last_price[request.instrument as usize] else {
            return false;
        };
        if request.kind != OrderKind::Market {
            return false;
        }
        let entry = crate::Costs::worsen(last, self.config.costs.spread, buys);
        let Bracket {
            stop_loss,
            take_profit,
        } = request.bracket;
        let beyond = |level, upwards: bool| match level {
            Some(Level::Price(price)) if upwards => price <= entry,
            Some(Level::Price(price)) => price >= entry,
            _ => false,
        };
        beyond(take_profit, buys) || beyond(stop_loss, !buys)
    }

    /// An exclusive order takes back every other order that waits, and closes every lot.
    ///
    /// Every other one, from the oldest: backtesting.py walks its list while it removes from it.
    fn make_way_for(&mut self, id: OrderId, instrument: u32) {
        let mut queue: Vec<_> = self
            .book
            .of(instrument)
            .iter()
            .filter(|&&other| other != id)
            .filter_map(|&other| Some((place(self.book.get(other)?), other)))
            .collect();
        queue.sort_unstable();
        let mut removed_last = false;
        for (_, other) in queue {
            let waits = self
                .book
                .get(other)
                .is_some_and(|order| !order.is_attached());
            removed_last = waits && !removed_last;
            if removed_last {
                self.cancel(other, Reason::Requested);
            }
        }
        self.close_open_lots(instrument, nt_core::Rate::ONE);
    }

    /// What can be opened for: equity less the margin of every lot at the last prices, over the
    /// margin. Never negative.
    fn power_in_queue(&self) -> Money {
        let margin = self.config.margin;
        let bound: Money = self
            .last_price
            .iter()
            .enumerate()
            .filter_map(|(index, price)| Some((index as u32, (*price)?)))
            .map(|(index, price)| {
                let lots = &self.ledger.position(index).lots;
                let gross = lots.iter().map(|lot| lot.quantity.abs()).sum();
                margin.of(self.instrument(index).notional(price, gross))
            })
            .sum();
        margin.whole_of((self.equity() - bound).max(Money::ZERO))
    }
}

/// Place in the queue: stop losses and what closes a lot in front, the newest first.
const fn place(order: &Order) -> (u8, u32) {
    match (order.request.lot, order.request.kind) {
        (Some(_), OrderKind::Market | OrderKind::Stop { .. }) => (0, u32::MAX - order.id.0),
        _ => (1, order.id.0),
    }
}
