use nt_core::day_of;

use super::{Entry, Exits, Kernel, rest_of};
use crate::execution::{Outcome, outcome_at_close, outcome_of};
use crate::{
    FillSource, Matching, Order, OrderId, OrderKind, OrderRequest, Reason, RecordKind, Status,
    StopRule, TickBar, TimeInForce, Transition,
};

impl Kernel {
    /// Matches the working orders of an instrument against its bar: exits first, then the rest in
    /// order of submission, then the exits of what has just been opened.
    pub(super) fn match_bar(&mut self, instrument: u32, bar: &TickBar) {
        if let Matching::Queue(rules) = self.config.matching {
            self.match_in_queue(instrument, bar, rules);
            return;
        }
        match *self.book.of(instrument) {
            [] => {}
            [only] => {
                self.entries.clear();
                self.try_fill(only, bar);
                self.fill_fresh_exits(bar);
                self.try_fill_at_close(only, bar);
            }
            _ => self.match_queue(instrument, bar),
        }
        self.set_price(instrument, bar.close);
    }

    fn match_queue(&mut self, instrument: u32, bar: &TickBar) {
        self.entries.clear();
        let mut queue = std::mem::take(&mut self.queue);
        let ranked = |&id| Some((self.book.get(id)?.rank(), id));
        queue.clear();
        queue.extend(self.book.of(instrument).iter().filter_map(ranked));
        queue.sort_unstable();
        for &(_, id) in &queue {
            self.try_fill(id, bar);
        }
        self.fill_fresh_exits(bar);
        let closes = queue.partition_point(|&((class, _), _)| class < Order::CLOSES);
        for &(_, id) in &queue[closes..] {
            self.try_fill_at_close(id, bar);
        }
        self.queue = queue;
    }

    pub(super) fn try_fill(&mut self, id: OrderId, bar: &TickBar) {
        if self.expire(id) {
            return;
        }
        let Some(&(mut order)) = self.book.get(id) else {
            return;
        };
        if !self.meets(&order) {
            return;
        }
        self.ready(&mut order);
        if self.config.fills == FillSource::Given {
            self.try_given_fill(&order, bar);
            return;
        }
        let at_once = order.request.time_in_force.is_at_once()
            || order.request.time_in_force == TimeInForce::AtOpen;
        let limit_fill = self.config.limit_fill;
        let outcome = match self.config.stop_rule {
            StopRule::Path => outcome_of(&order, order.buys(), bar, limit_fill),
            StopRule::Close => outcome_at_close(&order, bar, limit_fill),
        };
        match outcome {
            Outcome::Fill(execution) if execution.at_open && order.would_take() => {
                self.cancel(order.id, Reason::PostOnlyWouldTake);
            }
            Outcome::Fill(execution) if execution.at_open || !at_once => {
                self.note_trail(&order);
                self.fill_order(&order, execution);
            }
            Outcome::Trigger => self.trigger(&order),
            Outcome::Fill(_) | Outcome::Rest if at_once => self.kill(&order),
            Outcome::Fill(_) | Outcome::Rest => self.rest(&order, bar),
        }
    }

    /// The session of the bar in hand, or the day (UTC) where there is none.
    pub(super) fn today(&self) -> i64 {
        self.session.number.unwrap_or_else(|| day_of(self.time))
    }

    /// Ends an order that the bar in hand comes too late for.
    #[inline]
    pub(super) fn expire(&mut self, id: OrderId) -> bool {
        self.expire_on(id, self.today())
    }

    /// Ends an order whose time is over in this session. What has no session yet gets it here.
    pub(super) fn expire_on(&mut self, id: OrderId, today: i64) -> bool {
        let Some(order) = self.book.get_mut(id) else {
            return true;
        };
        if order.request.time_in_force == TimeInForce::GoodTilCancelled {
            return false;
        }
        if order.status != Status::Held {
            order.first_day.get_or_insert(today);
        }
        let over = self
            .book
            .get(id)
            .and_then(|order| self.why_over(order, today));
        match over {
            None => return false,
            Some(Reason::AuctionMissed) => self.cancel(id, Reason::AuctionMissed),
            Some(reason) => self.end(id, Transition::Expire, RecordKind::OrderExpired, reason),
        }
        true
    }

    /// Why the time of an order is over: a DAY order's session, the one it was given for or, without a
    /// calendar, the day of the first bar it meets; the session of an order for an auction; or the time
    /// until which it is good, with the first bar that closes later.
    pub(super) fn why_over(&self, order: &Order, today: i64) -> Option<Reason> {
        let OrderRequest {
            instrument,
            time_in_force,
            ..
        } = order.request;
        let is_past = || {
            let first_day = order.first_day.filter(|_| order.status != Status::Held);
            first_day.is_some_and(|first| today > first)
        };
        match time_in_force {
            TimeInForce::Day if is_past() => Some(Reason::EndOfDay),
            TimeInForce::GoodTilTime(end) if self.time > end => Some(Reason::TimeOver),
            TimeInForce::AtOpen | TimeInForce::AtClose
                if is_past() && self.schedule(instrument).is_some() =>
            {
                Some(Reason::AuctionMissed)
            }
            _ => None,
        }
    }

    pub(super) fn kill(&mut self, order: &Order) {
        let reason = match order.request.time_in_force {
            TimeInForce::FillOrKill => Reason::FillOrKill,
            TimeInForce::AtOpen => Reason::AuctionMissed,
            _ => Reason::ImmediateOrCancel,
        };
        self.cancel(order.id, reason);
    }

    pub(super) fn trigger(&mut self, order: &Order) {
        if order.triggered {
            return;
        }
        let kind = order.kind_in_force();
        self.log_trigger(order, kind);
        if let Some(order) = self.book.get_mut(order.id) {
            order.triggered = true;
            order.request.kind = kind;
        }
    }

    /// Exits of lots opened on this bar, as far as they can fill on it.
    fn fill_fresh_exits(&mut self, bar: &TickBar) {
        while let Some(entry) = self.entries.pop() {
            let Some(&Exits {
                stop_loss,
                take_profit,
            }) = self.exits.get(&entry.order)
            else {
                continue;
            };
            let rest = if entry.at_open {
                *bar
            } else {
                rest_of(bar, entry.price)
            };
            if let Some(id) = stop_loss {
                self.try_fill(id, &rest);
            }
            if let Some(id) = take_profit.filter(|_| self.target_may_fill(&entry, stop_loss, &rest))
            {
                self.try_fill(id, &rest);
            }
        }
    }

    /// After an entry at the open the whole bar counts. After a stop entry the price went on in the
    /// direction of the take profit; after a limit entry it may have been there before.
    fn target_may_fill(&self, entry: &Entry, stop_loss: Option<OrderId>, rest: &TickBar) -> bool {
        let entered_by_stop = matches!(entry.kind, OrderKind::Stop { .. });
        entry.at_open || (entered_by_stop && !self.is_touched(stop_loss, rest))
    }

    fn is_touched(&self, exit: Option<OrderId>, rest: &TickBar) -> bool {
        exit.and_then(|id| self.book.get(id)).is_some_and(|order| {
            let outcome = outcome_of(order, order.buys(), rest, self.config.limit_fill);
            matches!(outcome, Outcome::Fill(_))
        })
    }
}
