//! Quotes and trades of instruments that trade in sessions.

use nt_core::NANOS_PER_DAY;

use super::meeting::Tick;
use crate::kernel::Kernel;
use crate::kernel::auction::is_worse;
use crate::{Execution, Order, OrderId, Quote, Reason, TimeInForce};

impl Kernel {
    /// A quote of an instrument with a schedule: orders meet it, or it only marks outside of the hours
    /// in which they fill.
    #[cold]
    pub(in crate::kernel) fn meet_quote(&mut self, instrument: u32, quote: &Quote) {
        if self.session.trades {
            self.match_quote(instrument, quote);
            self.close_session(instrument);
            return;
        }
        if !self.quotes.are_seen() {
            self.open_markets();
        }
        self.quotes.markets[instrument as usize].take_quote(quote);
        self.expire_overdue(instrument);
        self.mark_closing(instrument);
    }

    /// A trade of an instrument with a schedule, as [`Self::meet_quote`].
    #[cold]
    pub(in crate::kernel) fn meet_trade(&mut self, instrument: u32, price: i64, lots: i64) {
        if self.session.trades {
            self.match_trade(instrument, price, lots);
            self.close_session(instrument);
            return;
        }
        if !self.quotes.are_seen() {
            self.open_markets();
        }
        let market = &mut self.quotes.markets[instrument as usize];
        if market.quote.is_none() {
            market.take_price(price);
            self.set_price(instrument, price);
        }
        self.expire_overdue(instrument);
    }

    /// The last moment an order lives, where it has one that is known: its own, the close of its
    /// session, or the end of its day (UTC) where there are no sessions.
    pub(super) fn deadline(&self, order: &Order) -> Option<i64> {
        let time_in_force = order.request.time_in_force;
        if let TimeInForce::GoodTilTime(end) = time_in_force {
            return Some(end);
        }
        if time_in_force != TimeInForce::Day && !time_in_force.is_auction() {
            return None;
        }
        let number = order.first_day?;
        match self.schedule(order.request.instrument) {
            Some(schedule) => schedule.close(number),
            None if time_in_force == TimeInForce::Day => Some((number + 1) * NANOS_PER_DAY - 1),
            None => None,
        }
    }

    /// Once everything else has met a quote or trade: what is left of orders for the open it is ends,
    /// and those for the close it is take what there is.
    #[cold]
    pub(super) fn meet_auction(&mut self, id: OrderId, tick: Tick) {
        let Some(&order) = self.book.get(id) else {
            return;
        };
        if !self.is_active(&order) || !self.is_its_session(&order) {
            return;
        }
        match order.request.time_in_force {
            TimeInForce::AtOpen if self.session.opens => self.cancel(id, Reason::AuctionMissed),
            TimeInForce::AtClose if self.session.closes => self.take_close(&order, tick),
            _ => {}
        }
    }

    /// Fills an order for the close at the far side, where its limit allows that, and ends the rest.
    fn take_close(&mut self, order: &Order, tick: Tick) {
        let side = match tick {
            Tick::Quote(quote) => self.buys_at_quote(order, &quote),
            Tick::Trade(_) => Some(order.buys()),
        };
        let Some(buys) = side else {
            return;
        };
        let limit = order.request.kind.limit();
        let is_there = |price: &i64| !limit.is_some_and(|limit| is_worse(*price, limit, buys));
        if let Some(price) = tick.price(buys).filter(is_there) {
            self.fill_within(order, buys, tick, Execution::taken_at(price), i64::MAX);
        }
        self.cancel(order.id, Reason::AuctionMissed);
    }
}
