use std::collections::VecDeque;

use super::book::Depth;
use super::event::{DepthEvent, DepthEventKind};
use super::queue::{QueueModel, QueuePosition};
use super::report::{DepthOutcome, DepthReport, Liquidity};
use super::resting::{Resting, RestingOrders};
use super::side::DepthSide;
use crate::Reason;

/// What an order does when it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepthOrderKind {
    /// It rests, or is refused where it would take.
    PostOnly,
    /// It takes what is displayed up to its price; the rest is cancelled.
    ImmediateOrCancel,
}

/// An order as it arrives at the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepthOrder {
    /// Its number, unique in the run.
    pub id: u32,
    /// Bid to buy, ask to sell.
    pub side: DepthSide,
    /// Limit price, ticks.
    pub price: i64,
    /// Quantity, lots.
    pub lots: i64,
    /// Rests or takes.
    pub kind: DepthOrderKind,
}

/// The exchange of a replay: the book as it is there and the own orders resting in it.
///
/// A resting order fills at its own price, as maker: in part or whole when trades at its price go
/// beyond the queue ahead; whole when a trade goes through its price or when the other side is
/// displayed at its price or beyond, for neither happens while the order is there. Own orders at one
/// price share a trade in the order of their arrival.
///
/// An order that takes walks the displayed levels. It does not remove them, so that two orders sent
/// one after the other can take the same quantity: keep them small against the book.
#[derive(Clone, Debug)]
pub struct DepthVenue<Q> {
    book: Depth,
    queue: Q,
    bids: RestingOrders,
    asks: RestingOrders,
}

impl<Q: QueueModel> DepthVenue<Q> {
    /// A venue with an empty book.
    pub fn new(queue: Q) -> Self {
        Self {
            book: Depth::new(),
            queue,
            bids: RestingOrders::default(),
            asks: RestingOrders::default(),
        }
    }

    /// The book as it is at the exchange.
    pub const fn book(&self) -> &Depth {
        &self.book
    }

    /// Number of own orders in the book.
    pub const fn working(&self) -> usize {
        self.bids.len() + self.asks.len()
    }

    /// Where a resting order stands in its queue.
    pub fn position(&self, order: u32) -> Option<QueuePosition> {
        let resting = self.bids.find(order).or_else(|| self.asks.find(order))?;
        Some(resting.position)
    }

    /// Takes over an event of the market and reports what it did to the own orders. A clearing
    /// leaves their places in the queues as they are, for the snapshot that follows to bound.
    pub fn apply(&mut self, event: &DepthEvent, reports: &mut VecDeque<DepthReport>) {
        if self.working() == 0 {
            return self.book.apply(event);
        }
        match event.kind {
            DepthEventKind::BidLevel => self.set_level(DepthSide::Bid, event, reports),
            DepthEventKind::AskLevel => self.set_level(DepthSide::Ask, event, reports),
            DepthEventKind::BuyTrade => self.trade(DepthSide::Ask, event, reports),
            DepthEventKind::SellTrade => self.trade(DepthSide::Bid, event, reports),
            DepthEventKind::ClearBids | DepthEventKind::ClearAsks => self.book.apply(event),
        }
    }

    /// An order arrives.
    pub fn place(&mut self, time: i64, order: DepthOrder, reports: &mut VecDeque<DepthReport>) {
        let mut report = |outcome| reports.push_back(order.report(time, outcome));
        if let Some(reason) = self.refusal(&order) {
            return report(DepthOutcome::Refused(reason));
        }
        match order.kind {
            DepthOrderKind::PostOnly => {
                self.rest(&order);
                report(DepthOutcome::Accepted);
            }
            DepthOrderKind::ImmediateOrCancel => self.take(&order, report),
        }
    }

    /// A cancel arrives.
    pub fn cancel(&mut self, time: i64, order: u32, reports: &mut VecDeque<DepthReport>) {
        let removed = self.bids.remove(order);
        let outcome = match removed.or_else(|| self.asks.remove(order)) {
            Some(resting) => DepthOutcome::Cancelled {
                left: resting.left,
                reason: Reason::Requested,
            },
            None => DepthOutcome::CancelRefused(Reason::OrderNotWorking),
        };
        reports.push_back(DepthReport {
            time,
            order,
            outcome,
        });
    }

    fn refusal(&self, order: &DepthOrder) -> Option<Reason> {
        if order.lots <= 0 {
            return Some(Reason::QuantityZero);
        }
        if order.price <= 0 {
            return Some(Reason::PriceNotPositive);
        }
        let taking =
            order.kind == DepthOrderKind::PostOnly && self.book.would_take(order.side, order.price);
        taking.then_some(Reason::PostOnlyWouldTake)
    }

    fn rest(&mut self, order: &DepthOrder) {
        let displayed = self.book.lots(order.side, order.price);
        let resting = Resting {
            order: order.id,
            key: order.side.key(order.price),
            left: order.lots,
            position: self.queue.join(displayed),
        };
        self.parts(order.side).0.insert(resting);
    }

    fn take(&self, order: &DepthOrder, mut report: impl FnMut(DepthOutcome)) {
        let limit = order.side.key(order.price);
        let mut left = order.lots;
        for level in self.book.levels(order.side.opposite()) {
            if left == 0 || order.side.key(level.price) > limit {
                break;
            }
            let lots = left.min(level.lots);
            left -= lots;
            report(DepthOutcome::Filled {
                price: level.price,
                lots,
                left,
                liquidity: Liquidity::Taker,
            });
        }
        if left > 0 {
            let reason = Reason::ImmediateOrCancel;
            report(DepthOutcome::Cancelled { left, reason });
        }
    }

    fn set_level(
        &mut self,
        side: DepthSide,
        event: &DepthEvent,
        reports: &mut VecDeque<DepthReport>,
    ) {
        let previous = self.book.set(side, event.price, event.lots);
        let (orders, queue) = self.parts(side);
        for resting in orders.at(side.key(event.price)) {
            queue.level_changed(&mut resting.position, previous, event.lots);
        }
        if event.lots > 0 {
            let met = side.opposite();
            // One tick less than the price: at the price itself both sides meet as well.
            self.fill_better(met, met.key(event.price) - 1, event.time, reports);
        }
    }

    fn trade(&mut self, side: DepthSide, event: &DepthEvent, reports: &mut VecDeque<DepthReport>) {
        let key = side.key(event.price);
        self.fill_better(side, key, event.time, reports);
        let (orders, queue) = self.parts(side);
        let (mut lots, mut ended) = (event.lots, false);
        for resting in orders.at(key) {
            let reaching = queue.traded(&mut resting.position, lots);
            let filled = reaching.min(resting.left);
            if filled > 0 {
                lots -= filled;
                reports.push_back(resting.fill(side, event.time, filled));
                ended |= resting.left == 0;
            }
        }
        if ended {
            orders.remove_filled();
        }
    }

    /// Fills the orders whose price is better than that of a key.
    fn fill_better(
        &mut self,
        side: DepthSide,
        key: i64,
        time: i64,
        reports: &mut VecDeque<DepthReport>,
    ) {
        for mut resting in self.parts(side).0.drain_better(key) {
            let left = resting.left;
            reports.push_back(resting.fill(side, time, left));
        }
    }

    const fn parts(&mut self, side: DepthSide) -> (&mut RestingOrders, &Q) {
        match side {
            DepthSide::Bid => (&mut self.bids, &self.queue),
            DepthSide::Ask => (&mut self.asks, &self.queue),
        }
    }
}

impl DepthOrder {
    const fn report(&self, time: i64, outcome: DepthOutcome) -> DepthReport {
        DepthReport {
            time,
            order: self.id,
            outcome,
        }
    }
}

impl Resting {
    const fn fill(&mut self, side: DepthSide, time: i64, lots: i64) -> DepthReport {
        self.left -= lots;
        DepthReport {
            time,
            order: self.order,
            outcome: DepthOutcome::Filled {
                price: side.price(self.key),
                lots,
                left: self.left,
                liquidity: Liquidity::Maker,
            },
        }
    }
}
