mod given;
mod hours;
mod ladder;
mod market;
mod meeting;

use self::market::Market;
use self::meeting::{Tick, limit_in_force};
use super::Kernel;
use super::turnover::share_of;
use crate::{
    Execution, FillSource, LimitFill, Order, OrderId, OrderRequest, Quote, Reason, Size,
    SplitRatio, Status,
};

/// What quotes and trades need beside the bars' own state: nothing until the first of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotes {
    markets: Vec<Market>,
    /// Reused by every quote, so that matching allocates nothing.
    met: Vec<OrderId>,
    queue: Vec<(Priority, OrderId)>,
}

/// Class as on bars, then price: the keener limit first, and what takes before what rests.
type Priority = (u8, i64);

impl Quotes {
    pub const fn are_seen(&self) -> bool {
        !self.markets.is_empty()
    }

    /// The middle of the last bid and ask of an instrument in ticks, rounded down.
    pub fn middle(&self, instrument: u32) -> Option<i64> {
        self.markets.get(instrument as usize)?.middle()
    }

    /// Restates what is known of the market of shares that were split.
    pub fn split(&mut self, instrument: u32, ratio: SplitRatio) {
        if let Some(market) = self.markets.get_mut(instrument as usize) {
            market.split(ratio);
        }
    }
}

impl Kernel {
    /// Matches the orders that a quote concerns. One that concerns none costs the same however many
    /// there are.
    pub(super) fn match_quote(&mut self, instrument: u32, quote: &Quote) {
        let at = instrument as usize;
        if self.quotes.markets.is_empty() {
            self.open_markets();
        }
        let market = &mut self.quotes.markets[at];
        market.take_quote(quote);
        let is_quiet = market.is_quiet(quote, self.time);
        let share = self.config.costs.max_volume_share;
        for buys in [true, false] {
            let lots = quote.far_lots(buys);
            let left = match share {
                _ if lots == 0 => i64::MAX,
                None => lots,
                Some(share) => share_of(lots, share),
            };
            market.leave(buys, left);
        }
        if !is_quiet {
            self.expire_overdue(instrument);
            let mut met = std::mem::take(&mut self.quotes.met);
            self.quotes.markets[at].take_met(quote, &mut met);
            self.meet_all(instrument, &mut met, Tick::Quote(*quote));
            self.quotes.met = met;
        }
        self.mark_closing(instrument);
    }

    /// Matches the resting limits that a trade passes; where there are no quotes, a trade is all
    /// there is to trade at.
    pub(super) fn match_trade(&mut self, instrument: u32, price: i64, lots: i64) {
        let at = instrument as usize;
        if self.quotes.markets.is_empty() {
            self.open_markets();
        }
        self.expire_overdue(instrument);
        let rule = self.limit_rule();
        let market = &mut self.quotes.markets[at];
        let left = [market.left(false), market.left(true)];
        let mut met = std::mem::take(&mut self.quotes.met);
        let is_alone = market.quote.is_none();
        if is_alone {
            let both = Quote {
                bid: Some(price),
                ask: Some(price),
                ..Quote::default()
            };
            market.take_met(&both, &mut met);
        } else {
            market.take_passed(price, rule, &mut met);
        }
        market.leave(false, lots);
        market.leave(true, lots);
        if is_alone {
            market.take_price(price);
            self.set_price(instrument, price);
        }
        if !met.is_empty() {
            self.meet_all(instrument, &mut met, Tick::Trade(price));
        }
        self.quotes.met = met;
        let market = &mut self.quotes.markets[at];
        if !is_alone {
            market.leave(false, left[0]);
            market.leave(true, left[1]);
            self.mark_closing(instrument);
        }
    }

    /// With the first quote or trade every order at the venue waits for the next.
    #[cold]
    pub(super) fn open_markets(&mut self) {
        self.quotes.markets = vec![Market::default(); self.last_price.len()];
        for instrument in 0..self.last_price.len() as u32 {
            for id in self.book.of(instrument).to_vec() {
                self.arrive(id);
            }
        }
    }

    /// An order is at the venue, new or with new terms: the next quote concerns it. A trailing stop
    /// follows from the quote in force on.
    pub(super) fn arrive(&mut self, id: OrderId) {
        if !self.quotes.are_seen() {
            return;
        }
        let deadline = self.book.get(id).and_then(|order| self.deadline(order));
        let Some(order) = self.book.get_mut(id) else {
            return;
        };
        let market = &mut self.quotes.markets[order.request.instrument as usize];
        if order.status == Status::Held {
            if let Some(deadline) = deadline {
                market.end_at(deadline, id);
            }
            return;
        }
        if order.request.kind.trail().is_some() && order.best.is_none() {
            order.best = market.quote.and_then(|quote| quote.far(order.buys()));
        }
        market.alert(id);
    }

    pub(super) fn forget(&mut self, order: &Order) {
        let deadline = self.deadline(order);
        self.quotes.markets[order.request.instrument as usize].forget(order, deadline);
    }

    /// The quote of an instrument that is in force, where one came.
    #[must_use]
    pub fn quote(&self, instrument: u32) -> Option<Quote> {
        self.quotes.markets.get(instrument as usize)?.quote
    }

    /// Where an instrument has quotes or trades, the middle of its last bid and ask in ticks, rounded
    /// down: what a rate of exchange is taken from.
    #[must_use]
    pub fn middle(&self, instrument: u32) -> Option<i64> {
        self.quotes.middle(instrument)
    }

    /// The lots that a target or share comes to where it is decided, if a price is known.
    pub(super) fn lots_to_decide(&self, request: &OrderRequest) -> Option<i64> {
        match self.quote(request.instrument) {
            None => self.last_price[request.instrument as usize]
                .map(|price| self.lots_of(request, price)),
            Some(quote) => self.lots_at_quote(request, &quote),
        }
    }

    /// Signed lots that a request comes to at its far side. Which side a target is on is known once it
    /// is sized: it buys where that is called for at the ask, sells where that is at the bid, and else
    /// comes to nothing.
    pub(super) fn lots_at_quote(&self, request: &OrderRequest, quote: &Quote) -> Option<i64> {
        let at = |price: Option<i64>| price.map(|price| self.lots_of(request, price));
        match request.size {
            Size::Lots(lots) => Some(lots),
            Size::Share(share) => at(quote.far(share.raw() > 0)),
            Size::TargetLots(_) | Size::TargetShare(_) => at(quote.ask)
                .filter(|&lots| lots > 0)
                .or_else(|| at(quote.bid).map(|lots| lots.min(0))),
        }
    }

    /// Whether an order buys at a quote; a target that comes to nothing there ends.
    pub(super) fn buys_at_quote(&mut self, order: &Order, quote: &Quote) -> Option<bool> {
        let side = self.side_at_quote(order, quote);
        if side.is_none() {
            self.cancel(order.id, Reason::QuantityZero);
        }
        side
    }

    /// Whether an order buys at a quote; `None` where a target comes to nothing there.
    fn side_at_quote(&self, order: &Order, quote: &Quote) -> Option<bool> {
        if !order.request.size.is_target() {
            return Some(order.buys());
        }
        match self.lots_at_quote(&order.request, quote) {
            Some(0) => None,
            lots => Some(lots.is_some_and(|lots| lots > 0)),
        }
    }

    /// When a trade fills a resting limit. A fill model is asked about one that is touched.
    fn limit_rule(&self) -> LimitFill {
        match self.config.fills {
            FillSource::Bars => self.config.limit_fill,
            FillSource::Given => LimitFill::Touch,
        }
    }

    /// Fills a market order at the quote in force, as far as that reaches.
    pub(super) fn fill_at_quote(&mut self, id: OrderId) {
        let Some(&order) = self.book.get(id) else {
            return;
        };
        let instrument = order.request.instrument;
        if let Some(quote) = self.quote(instrument) {
            if let Some(buys) = self.buys_at_quote(&order, &quote)
                && let Some(price) = quote.far(buys)
            {
                let execution = Execution::taken_at(price);
                self.fill_within(&order, buys, Tick::Quote(quote), execution, i64::MAX);
            }
            self.entries.clear();
            self.mark_closing(instrument);
        }
    }

    /// Marks a position at what it could be closed at.
    pub(super) fn mark_closing(&mut self, instrument: u32) {
        let held = self.ledger.position(instrument).quantity;
        if let Some(mark) = self.quotes.markets[instrument as usize].worth(held) {
            self.set_price(instrument, mark);
        }
    }

    pub(super) fn expire_overdue(&mut self, instrument: u32) {
        let mut overdue = std::mem::take(&mut self.quotes.met);
        self.quotes.markets[instrument as usize].take_overdue(self.time, &mut overdue);
        for id in overdue.drain(..) {
            self.expire(id);
        }
        self.quotes.met = overdue;
    }

    /// Matches orders one after another: the classes of a bar, then the keener price, then the older
    /// order. Those that still work wait again.
    fn meet_all(&mut self, instrument: u32, met: &mut Vec<OrderId>, tick: Tick) {
        let mut queue = std::mem::take(&mut self.quotes.queue);
        let ranked = |id| Some((priority(self.book.get(id)?), id));
        queue.clear();
        queue.extend(met.drain(..).filter_map(ranked));
        queue.sort_unstable();
        queue.dedup();
        for &(_, id) in &queue {
            self.meet(id, tick);
            self.watch(instrument, id);
        }
        if self.session.number.is_some() {
            for &(_, id) in &queue {
                self.meet_auction(id, tick);
            }
        }
        self.entries.clear();
        self.quotes.queue = queue;
        // What was given for one tick is for no other of its step.
        if !self.given.is_empty() {
            self.given.clear();
        }
    }

    fn watch(&mut self, instrument: u32, id: OrderId) {
        let step = self.step;
        let Some(order) = self.book.get_mut(id) else {
            return;
        };
        let market = &mut self.quotes.markets[instrument as usize];
        if order.active_from > step {
            market.alert(id);
            return;
        }
        // What waits for an auction has met nothing yet.
        order.has_rested = !order.request.time_in_force.is_auction();
        market.watch(order);
        let order = *order;
        if let Some(deadline) = self.deadline(&order) {
            self.quotes.markets[instrument as usize].end_at(deadline, id);
        }
    }
}

fn priority(order: &Order) -> Priority {
    let (class, _) = order.rank();
    let keenness = match limit_in_force(order) {
        None => i64::MIN,
        Some(limit) if order.buys() => -limit,
        Some(limit) => limit,
    };
    (class, keenness)
}
