use nt_core::day_of;

use super::{Entry, Exits, Kernel, rest_of};
use crate::execution::{Outcome, outcome_of};
use crate::{
    Execution, OrderId, OrderKind, Reason, Record, RecordKind, SameBarExit, Size, TickBar, TimeInForce, Transition,
};

impl Kernel {
    /// Matches the working orders of an instrument against its bar: exits first, then the rest in
    /// order of submission, then the exits of what has just been opened.
    pub(super) fn match_bar(&mut self, instrument: u32, bar: &TickBar) {
        if !self.working[instrument as usize].is_empty() {
            let mut queue = std::mem::take(&mut self.queue);
            queue.clone_from(&self.working[instrument as usize]);
            queue.sort_unstable_by_key(|id| self.orders[id.index()].rank());
            for &id in &queue {
                self.try_fill(id, bar);
            }
            self.queue = queue;
            self.fill_fresh_exits(bar);
        }
        self.last_price[instrument as usize] = Some(bar.close);
    }

    fn try_fill(&mut self, id: OrderId, bar: &TickBar) {
        if !self.orders[id.index()].status.is_working() || self.expire(id) {
            return;
        }
        let order = &self.orders[id.index()];
        let buys = self.buys(id, bar.open);
        let at_once =
            matches!(order.request.time_in_force, TimeInForce::ImmediateOrCancel | TimeInForce::FillOrKill);
        match outcome_of(order, buys, bar, self.config.limit_fill) {
            Outcome::Fill(execution) if execution.at_open || !at_once => self.fill(id, execution),
            Outcome::Trigger => self.trigger(id),
            Outcome::Fill(_) | Outcome::Rest if at_once => self.kill(id),
            Outcome::Fill(_) | Outcome::Rest => {}
        }
    }

    /// Expires a DAY order whose day is over; its day is that of the first bar it meets.
    fn expire(&mut self, id: OrderId) -> bool {
        let today = day_of(self.time);
        let order = &mut self.orders[id.index()];
        let first_day = *order.first_day.get_or_insert(today);
        let over = order.request.time_in_force == TimeInForce::Day && today > first_day;
        if over {
            self.end(id, Transition::Expire, RecordKind::OrderExpired, Reason::EndOfDay);
        }
        over
    }

    fn kill(&mut self, id: OrderId) {
        let reason = match self.orders[id.index()].request.time_in_force {
            TimeInForce::FillOrKill => Reason::FillOrKill,
            _ => Reason::ImmediateOrCancel,
        };
        self.cancel(id, reason);
    }

    fn trigger(&mut self, id: OrderId) {
        if self.orders[id.index()].triggered {
            return;
        }
        let instrument = self.orders[id.index()].request.instrument;
        self.log.append(Record { instrument, order: id.0, ..Record::new(self.step, self.time, RecordKind::OrderTriggered) });
        self.orders[id.index()].triggered = true;
    }

    /// Which side an order is on; a target that is not sized yet is sized at this price to tell.
    fn buys(&self, id: OrderId, price: i64) -> bool {
        let request = &self.orders[id.index()].request;
        match request.size {
            Size::Lots(lots) => lots > 0,
            Size::Share(share) => share.raw() > 0,
            Size::TargetLots(_) | Size::TargetShare(_) => self.lots_of(request, price) > 0,
        }
    }

    /// Exits of lots opened on this bar, as far as they can fill on it.
    fn fill_fresh_exits(&mut self, bar: &TickBar) {
        while let Some(entry) = self.entries.pop() {
            let Exits { stop_loss, take_profit } = self.exits[entry.order.index()];
            let rest = if entry.at_open { *bar } else { rest_of(bar, entry.price) };
            if let Some(id) = stop_loss.filter(|_| self.stop_may_fill(&entry)) {
                self.try_fill(id, &rest);
            }
            if let Some(id) = take_profit.filter(|_| self.target_may_fill(&entry, stop_loss, &rest)) {
                self.try_fill(id, &rest);
            }
        }
    }

    fn stop_may_fill(&self, entry: &Entry) -> bool {
        self.whole_bar_counts(entry) || self.config.same_bar_exit == SameBarExit::Pessimistic
    }

    /// After a stop entry the price went on in the direction of the take profit; after a limit entry
    /// it may have been there before.
    fn target_may_fill(&self, entry: &Entry, stop_loss: Option<OrderId>, rest: &TickBar) -> bool {
        let entered_by_stop = matches!(self.orders[entry.order.index()].request.kind, OrderKind::Stop { .. });
        self.whole_bar_counts(entry) || (entered_by_stop && !self.stop_is_touched(stop_loss, rest))
    }

    fn whole_bar_counts(&self, entry: &Entry) -> bool {
        match self.config.same_bar_exit {
            SameBarExit::Pessimistic => entry.at_open,
            SameBarExit::Deferred => {
                matches!(self.orders[entry.order.index()].request.kind, OrderKind::Market)
            }
        }
    }

    fn stop_is_touched(&self, stop_loss: Option<OrderId>, rest: &TickBar) -> bool {
        stop_loss.is_some_and(|id| {
            let order = &self.orders[id.index()];
            let outcome = outcome_of(order, order.quantity() > 0, rest, self.config.limit_fill);
            matches!(outcome, Outcome::Fill(_))
        })
    }

    pub(super) fn remember_entry(&mut self, order: OrderId, price: i64, execution: Execution) {
        self.entries.push(Entry { order, price, at_open: execution.at_open });
    }
}
