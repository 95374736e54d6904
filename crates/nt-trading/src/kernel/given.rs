use super::Kernel;
use crate::execution::{Outcome, outcome_of};
use crate::{
    Execution, FillSource, LimitFill, Order, OrderId, OrderKind, Reason, TickBar, TimeInForce,
};

/// An order that a bar, quote or trade could fill, as a fill model is asked about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fillable {
    /// Its number.
    pub order: OrderId,
    /// What it waits for, a trailing stop as the stop it lies at.
    pub kind: OrderKind,
    /// Signed lots left of it.
    pub lots: i64,
    /// The fill that the built-in rules would give, a touched limit counting as reached.
    pub execution: Execution,
}

/// What a fill model gave to an order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    /// In ticks.
    price: i64,
    /// At most so many lots, without sign.
    lots: i64,
}

impl Kernel {
    /// The orders of an instrument that this bar could fill, in the order in which they would; none
    /// where the bars themselves decide. The step of the bar must have begun.
    pub fn fillable(&self, instrument: u32, bar: &TickBar) -> Vec<Fillable> {
        if self.config.fills == FillSource::Bars || !self.session.trades {
            return Vec::new();
        }
        let mut orders: Vec<Order> = self
            .book
            .of(instrument)
            .iter()
            .filter_map(|&id| self.book.get(id).copied())
            .collect();
        orders.sort_unstable_by_key(Order::rank);
        orders
            .into_iter()
            .filter_map(|order| self.as_fillable(order, bar))
            .collect()
    }

    fn as_fillable(&self, mut order: Order, bar: &TickBar) -> Option<Fillable> {
        if self.why_over(&order, self.today()).is_some() || !self.meets(&order) {
            return None;
        }
        self.ready(&mut order);
        let execution = could_fill(&order, bar)?;
        let lots = self.lots_left(&order, execution.ticks);
        (lots != 0).then_some(Fillable {
            order: order.id,
            kind: order.kind_in_force(),
            lots,
            execution,
        })
    }

    /// Keeps what a fill model gave until the bar of the order is matched.
    #[cold]
    pub(super) fn give(&mut self, order: OrderId, price: i64, lots: i64) {
        if price > 0 && lots > 0 {
            self.given.insert(order, Given { price, lots });
        }
    }

    /// What a bar does to an order whose fills are given: all but the fill is as ever. A fill beyond
    /// the order's limit is none.
    #[cold]
    pub(super) fn try_given_fill(&mut self, order: &Order, bar: &TickBar) {
        let given = self.take_given(order);
        let outcome = outcome_of(order, order.buys(), bar, LimitFill::Touch);
        let Some(execution) = could_fill(order, bar) else {
            match outcome {
                Outcome::Fill(execution) if execution.at_open && order.would_take() => {
                    self.cancel(order.id, Reason::PostOnlyWouldTake);
                }
                Outcome::Trigger => self.trigger(order),
                _ if is_at_once(order) => self.kill(order),
                _ => self.rest(order, bar),
            }
            return;
        };
        match given {
            Some((ticks, lots)) => {
                self.note_trail(order);
                self.fill_at_most(order, Execution { ticks, ..execution }, lots);
            }
            None if is_at_once(order) => self.kill(order),
            None => {
                self.note_trail(order);
                self.trigger_stop(order);
                self.rest(order, bar);
            }
        }
    }

    /// Price and lots that a fill model gave to an order, where they suit it.
    pub(super) fn take_given(&mut self, order: &Order) -> Option<(i64, i64)> {
        let given = self.given.remove(&order.id)?;
        self.suits(order, given)
            .then_some((given.price, given.lots))
    }

    /// A fill keeps to the limit of its order, and is whole where the order says so.
    fn suits(&self, order: &Order, given: Given) -> bool {
        let keeps_limit = match order.kind_in_force().limit() {
            Some(limit) if order.buys() => given.price <= limit,
            Some(limit) => given.price >= limit,
            None => true,
        };
        let fills_whole = given.lots >= self.lots_left(order, given.price).abs();
        keeps_limit && (fills_whole || order.request.time_in_force != TimeInForce::FillOrKill)
    }
}

/// The fill that a bar could give, where its time in force and post-only allow it.
fn could_fill(order: &Order, bar: &TickBar) -> Option<Execution> {
    match outcome_of(order, order.buys(), bar, LimitFill::Touch) {
        Outcome::Fill(execution) if execution.at_open => (!order.would_take()).then_some(execution),
        Outcome::Fill(execution) => (!is_at_once(order)).then_some(execution),
        Outcome::Trigger | Outcome::Rest => None,
    }
}

fn is_at_once(order: &Order) -> bool {
    let time_in_force = order.request.time_in_force;
    time_in_force.is_at_once() || time_in_force == TimeInForce::AtOpen
}
