use super::Kernel;
use crate::{Costs, Order, OrderKind, Record, RecordKind, TickBar, Trail};

impl Order {
    /// Its kind as a bar meets it: a trailing stop is a stop at where it lies.
    pub(crate) fn kind_in_force(&self) -> OrderKind {
        let Some((trail, best)) = self.request.kind.trail().zip(self.best) else {
            return self.request.kind;
        };
        let buys = self.buys();
        let stop = behind(best, trail, buys);
        match self.request.kind {
            OrderKind::TrailingStopLimit { offset, .. } => OrderKind::StopLimit {
                stop,
                limit: moved(stop, offset, buys),
            },
            _ => OrderKind::Stop { stop },
        }
    }
}

/// Where a stop lies that trails the best price: below it for sells, above it for buys.
fn behind(best: i64, trail: Trail, buys: bool) -> i64 {
    match trail {
        Trail::Ticks(ticks) => moved(best, ticks, buys),
        Trail::Share(share) => Costs::worsen(best, share, buys),
    }
}

const fn moved(price: i64, ticks: i64, upwards: bool) -> i64 {
    if upwards {
        price.saturating_add(ticks)
    } else {
        price.saturating_sub(ticks)
    }
}

impl Kernel {
    /// Makes an order what a bar meets: a trailing stop starts at the last price before its first bar.
    pub(super) fn ready(&self, order: &mut Order) {
        if order.request.kind.trail().is_some() && order.best.is_none() {
            order.best = self.last_price[order.request.instrument as usize];
        }
    }

    /// A bar that does not fill an order leaves it rested; a trailing stop then moves to the bar's
    /// best price. Only now: within the bar the worse order of prices is assumed, first towards the
    /// stop as it lay at the open.
    pub(super) fn rest(&mut self, order: &Order, bar: &TickBar) {
        let trails = order.request.kind.trail().is_some();
        if !trails && !order.request.post_only {
            return;
        }
        let best = match (trails, order.best, order.buys()) {
            (false, ..) => None,
            (true, None, true) => Some(bar.low),
            (true, None, false) => Some(bar.high),
            (true, Some(best), true) => Some(best.min(bar.low)),
            (true, Some(best), false) => Some(best.max(bar.high)),
        };
        if let Some(order) = self.book.get_mut(order.id) {
            order.has_rested = true;
            order.best = best;
        }
    }

    /// Writes down where a trailing stop lay when it was touched: its moves are not in the log.
    pub(super) fn note_trail(&mut self, order: &Order) {
        if order.request.kind.trail().is_some() {
            self.trigger(order);
        }
    }

    /// A stop-limit or touch states its prices at submission; a trailing one only here.
    #[cold]
    pub(super) fn log_trigger(&mut self, order: &Order, kind: OrderKind) {
        let (price, stop) = if order.request.kind.trail().is_some() {
            (kind.limit(), kind.stop())
        } else {
            (None, None)
        };
        self.log.append(Record {
            instrument: order.request.instrument,
            order: order.id.0,
            price: price.unwrap_or_default(),
            stop: stop.unwrap_or_default(),
            ..Record::new(self.step, self.time, RecordKind::OrderTriggered)
        });
    }
}
