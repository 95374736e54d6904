use crate::execution::{Outcome, outcome_of};
use crate::kernel::Kernel;
use crate::{Execution, FillSource, LimitFill, Order, OrderId, OrderKind, Quote, Reason, TickBar};

/// What orders are matched against.
#[derive(Clone, Copy)]
pub(super) enum Tick {
    Quote(Quote),
    Trade(i64),
}

impl Tick {
    pub const fn price(&self, buys: bool) -> Option<i64> {
        match self {
            Self::Quote(quote) => quote.far(buys),
            Self::Trade(price) => Some(*price),
        }
    }
}

impl Kernel {
    pub(super) fn meet(&mut self, id: OrderId, tick: Tick) {
        if self.expire(id) {
            return;
        }
        let Some(&(mut order)) = self.book.get(id) else {
            return;
        };
        if order.request.time_in_force.is_auction() && self.session.number.is_none() {
            self.cancel(id, Reason::AuctionMissed);
            return;
        }
        if !self.meets(&order) {
            return;
        }
        let side = match tick {
            Tick::Quote(quote) => self.buys_at_quote(&order, &quote),
            Tick::Trade(_) => Some(order.buys()),
        };
        let Some(buys) = side else {
            return;
        };
        let Some(price) = tick.price(buys) else {
            self.kill_at_once(&order);
            return;
        };
        if order.request.kind.trail().is_some() {
            order.best.get_or_insert(price);
        }
        match meeting(&order, buys, price, tick, self.limit_rule()) {
            Outcome::Fill(execution) if execution.takes && order.would_take() => {
                self.cancel(id, Reason::PostOnlyWouldTake);
            }
            Outcome::Fill(execution) if self.config.fills == FillSource::Given => {
                self.fill_as_given(&order, buys, tick, execution);
            }
            Outcome::Fill(execution) => {
                self.note_trail(&order);
                self.fill_within(&order, buys, tick, execution, i64::MAX);
            }
            Outcome::Trigger => self.trigger(&order),
            Outcome::Rest => {
                self.kill_at_once(&order);
                self.rest(&order, &flat(price));
            }
        }
    }

    fn kill_at_once(&mut self, order: &Order) {
        if order.request.time_in_force.is_at_once() {
            self.kill(order);
        }
    }

    /// Fills at most so many lots of an order from what the quote or trade has left, and takes that
    /// away.
    pub(super) fn fill_within(
        &mut self,
        order: &Order,
        buys: bool,
        tick: Tick,
        execution: Execution,
        most: i64,
    ) {
        let instrument = order.request.instrument;
        let market = &self.quotes.markets[instrument as usize];
        let left = market.left(buys);
        let traded = match tick {
            Tick::Quote(quote) => quote.far_lots(buys),
            Tick::Trade(_) => left,
        };
        self.turnover.open_quote(instrument, traded, left);
        self.fill_at_most(order, execution, most);
        let left = self.turnover.left(instrument);
        self.turnover.lift(instrument);
        let market = &mut self.quotes.markets[instrument as usize];
        market.leave(buys, left);
        if matches!(tick, Tick::Trade(_)) {
            market.leave(!buys, left);
        }
    }
}

/// What a quote or trade does to an order. A limit that is met as it arrives takes the price that is
/// there; one that rests is met by others, at its limit.
pub(super) fn meeting(
    order: &Order,
    buys: bool,
    price: i64,
    tick: Tick,
    rule: LimitFill,
) -> Outcome {
    let resting = |limit| {
        Outcome::Fill(Execution {
            ticks: limit,
            takes: false,
            at_open: true,
        })
    };
    match (tick, limit_in_force(order)) {
        (Tick::Trade(_), Some(limit)) if is_passed(limit, buys, price, rule) => resting(limit),
        (Tick::Trade(_), Some(_)) => Outcome::Rest,
        (Tick::Quote(_), limit) => match outcome_of(order, buys, &flat(price), LimitFill::Touch) {
            Outcome::Fill(execution) => match limit.filter(|_| order.has_rested) {
                Some(limit) => resting(limit),
                None => Outcome::Fill(Execution {
                    takes: true,
                    ..execution
                }),
            },
            other => other,
        },
        (Tick::Trade(_), None) => outcome_of(order, buys, &flat(price), LimitFill::Touch),
    }
}

/// The limit of an order that is nothing but a limit order by now.
pub(super) const fn limit_in_force(order: &Order) -> Option<i64> {
    match order.request.kind {
        OrderKind::Limit { limit } => Some(limit),
        OrderKind::StopLimit { limit, .. } | OrderKind::LimitIfTouched { limit, .. }
            if order.triggered =>
        {
            Some(limit)
        }
        _ => None,
    }
}

const fn is_passed(limit: i64, buys: bool, price: i64, rule: LimitFill) -> bool {
    match rule {
        LimitFill::Touch if price == limit => true,
        _ => (price < limit) == buys && price != limit,
    }
}

const fn flat(price: i64) -> TickBar {
    TickBar {
        open: price,
        high: price,
        low: price,
        close: price,
    }
}
