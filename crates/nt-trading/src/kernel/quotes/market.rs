use std::collections::BTreeSet;

use super::ladder::{Ladders, Wait};
use crate::{LimitFill, Order, OrderId, Quote, SplitRatio};

/// One instrument as its quotes and trades tell of it, and the orders that wait for them.
#[derive(Clone, Debug)]
pub(super) struct Market {
    /// The quote in force.
    pub quote: Option<Quote>,
    /// What a unit is worth long and short, in ticks: the last bid and the last ask. A side that nobody
    /// is on keeps its last price.
    worth: [Option<i64>; 2],
    /// Lots that the quote in force leaves to buys and to sells; see [`Self::left`].
    left: [i64; 2],
    ladders: Ladders,
    /// Orders that every quote concerns: those that are new, take what there is, or trail.
    alert: Vec<OrderId>,
    /// When orders end, by the last moment they live.
    deadlines: BTreeSet<(i64, OrderId)>,
    next_deadline: i64,
}

impl Default for Market {
    fn default() -> Self {
        Self {
            quote: None,
            worth: [None; 2],
            left: [i64::MAX; 2],
            ladders: Ladders::default(),
            alert: Vec::new(),
            deadlines: BTreeSet::new(),
            next_deadline: i64::MAX,
        }
    }
}

impl Market {
    /// Whether a quote at this time concerns no order.
    pub fn is_quiet(&self, quote: &Quote, time: i64) -> bool {
        self.alert.is_empty() && time <= self.next_deadline && !self.ladders.are_reached(quote)
    }

    /// Takes a quote for the one in force.
    pub const fn take_quote(&mut self, quote: &Quote) {
        self.quote = Some(*quote);
        if quote.bid.is_some() {
            self.worth[0] = quote.bid;
        }
        if quote.ask.is_some() {
            self.worth[1] = quote.ask;
        }
    }

    /// Takes the price of a trade for both sides, where there are no quotes.
    pub const fn take_price(&mut self, price: i64) {
        self.worth = [Some(price); 2];
    }

    /// Restates prices and lots for a split.
    pub fn split(&mut self, ratio: SplitRatio) {
        self.worth = self
            .worth
            .map(|price| price.map(|price| ratio.price(price)));
        self.quote = self.quote.map(|quote| Quote {
            bid: quote.bid.map(|price| ratio.price(price)),
            ask: quote.ask.map(|price| ratio.price(price)),
            bid_lots: ratio.lots(quote.bid_lots),
            ask_lots: ratio.lots(quote.ask_lots),
        });
    }

    /// What a unit of so many signed lots could be closed at.
    pub fn worth(&self, held: i64) -> Option<i64> {
        let [long, short] = self.worth;
        match held {
            1.. => long,
            0 => short.or(long),
            _ => short,
        }
    }

    /// The middle of the last bid and ask, or the one that is known.
    pub fn middle(&self) -> Option<i64> {
        match self.worth {
            [Some(bid), Some(ask)] => Some(i64::midpoint(bid, ask)),
            [bid, ask] => bid.or(ask),
        }
    }

    /// An order that the next quote concerns.
    pub fn alert(&mut self, id: OrderId) {
        self.alert.push(id);
    }

    /// Whether an order waits at its limit, which trades of others can pass.
    pub fn has_rung(&self, order: &Order) -> bool {
        let wait = Wait::of(order.request.kind, order.triggered);
        wait.filter(|&(wait, _)| wait == Wait::Limit)
            .is_some_and(|wait| self.ladders.has(order.buys(), wait, order.id))
    }

    /// An order that has met the market waits for its price. One for an auction waits for that, and
    /// every quote concerns it.
    pub fn watch(&mut self, order: &Order) {
        match Wait::of(order.request.kind, order.triggered) {
            Some(wait) if !order.request.time_in_force.is_auction() => {
                self.ladders.insert(order.buys(), wait, order.id);
            }
            _ => self.alert.push(order.id),
        }
    }

    /// Notes when an order ends.
    pub fn end_at(&mut self, deadline: i64, id: OrderId) {
        self.deadlines.insert((deadline, id));
        self.next_deadline = self.next_deadline.min(deadline);
    }

    /// Forgets an order that has ended or changes; among those on the alert it is passed over.
    pub fn forget(&mut self, order: &Order, deadline: Option<i64>) {
        if let Some(wait) = Wait::of(order.request.kind, order.triggered) {
            self.ladders.remove(order.buys(), wait, order.id);
        }
        if let Some(deadline) = deadline {
            self.deadlines.remove(&(deadline, order.id));
            self.look_for_deadline();
        }
    }

    /// Takes off the orders whose time is over.
    pub fn take_overdue(&mut self, time: i64, taken: &mut Vec<OrderId>) {
        while let Some(&(deadline, id)) = self.deadlines.first()
            && deadline < time
        {
            self.deadlines.pop_first();
            taken.push(id);
        }
        self.look_for_deadline();
    }

    /// Takes off the orders that a quote concerns.
    pub fn take_met(&mut self, quote: &Quote, taken: &mut Vec<OrderId>) {
        taken.append(&mut self.alert);
        for buys in [true, false] {
            if let Some(far) = quote.far(buys) {
                self.ladders.take_all(buys, far, taken);
            }
        }
    }

    /// Takes off the resting limits that a trade at this price fills.
    pub fn take_passed(&mut self, price: i64, rule: LimitFill, taken: &mut Vec<OrderId>) {
        let beyond = match rule {
            LimitFill::Touch => 0,
            LimitFill::Through | LimitFill::Cross => 1,
        };
        self.ladders
            .take(true, price.saturating_add(beyond), &[Wait::Limit], taken);
        self.ladders
            .take(false, price.saturating_sub(beyond), &[Wait::Limit], taken);
    }

    /// Lots left at the far side of an order; endless where the quote does not say how many.
    pub const fn left(&self, buys: bool) -> i64 {
        self.left[buys as usize]
    }

    /// Says how many lots are left at the far side of an order.
    pub const fn leave(&mut self, buys: bool, lots: i64) {
        self.left[buys as usize] = lots;
    }

    fn look_for_deadline(&mut self) {
        self.next_deadline = self.deadlines.first().map_or(i64::MAX, |&(at, _)| at);
    }
}
