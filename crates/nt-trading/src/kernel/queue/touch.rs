use crate::execution::reaches;
use crate::{Order, OrderKind, TickBar};

/// What a bar does to an order of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Touch {
    /// Nothing.
    Rest,
    /// Its stop is touched, its limit not, or perhaps before the stop.
    Triggered,
    /// It fills.
    Fill(Fillable),
}

/// A fill that a bar gives to an order of the queue, before spread and slippage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fillable {
    /// In ticks.
    pub price: i64,
    /// What made it fill.
    pub by: By,
    /// Whether it happens at the first price there is.
    pub at_open: bool,
}

/// What made an order fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Market,
    Stop,
    Limit,
}

/// What a bar does to an order; `market` is the price of one that takes what there is.
///
/// Touching a price is enough. A stop fills at its price or, gapped through, at the market; a limit at
/// its price or better. Where one bar touches the limit of a stop-limit order that does not lie beyond
/// its stop, the limit counts as touched before the stop, and only the stop is done with.
pub(super) fn touch(order: &Order, bar: &TickBar, market: i64) -> Touch {
    let buys = order.buys();
    let kind = order.request.kind;
    let stop = kind.stop().filter(|_| !order.triggered);
    let (towards_stop, towards_limit) = if buys {
        (bar.high, bar.low)
    } else {
        (bar.low, bar.high)
    };
    if stop.is_some_and(|stop| !reaches(towards_stop, stop, buys)) {
        return Touch::Rest;
    }
    let (price, by) = match (stop, kind) {
        (stop, OrderKind::Limit { limit } | OrderKind::StopLimit { limit, .. }) => {
            let hit = reaches(towards_limit, limit, !buys);
            if !hit || stop.is_some_and(|stop| reaches(stop, limit, buys)) {
                return stop.map_or(Touch::Rest, |_| Touch::Triggered);
            }
            (better(stop.unwrap_or(bar.open), limit, buys), By::Limit)
        }
        (Some(stop), _) => (better(market, stop, !buys), By::Stop),
        (None, _) => (market, By::Market),
    };
    Touch::Fill(Fillable {
        price,
        by,
        at_open: price == bar.open || by == By::Market,
    })
}

fn better(one: i64, other: i64, buys: bool) -> i64 {
    if buys { one.min(other) } else { one.max(other) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OrderId, OrderRequest, Size, Status};

    const BAR: TickBar = TickBar {
        open: 100,
        high: 110,
        low: 90,
        close: 105,
    };

    fn price(kind: OrderKind, lots: i64, triggered: bool) -> Option<i64> {
        let order = Order {
            id: OrderId(1),
            request: OrderRequest {
                kind,
                ..OrderRequest::market(0, Size::Lots(lots))
            },
            status: Status::Working,
            filled: 0,
            triggered,
            first_day: None,
            clip: false,
            active_from: 0,
            best: None,
            has_rested: false,
        };
        match touch(&order, &BAR, 98) {
            Touch::Fill(fillable) => Some(fillable.price),
            Touch::Triggered => Some(0),
            Touch::Rest => None,
        }
    }

    #[test]
    fn each_kind_has_its_price() {
        let stop_limit = |stop, limit| OrderKind::StopLimit { stop, limit };
        let table = [
            (OrderKind::Market, 1, Some(98)),
            (OrderKind::Limit { limit: 90 }, 1, Some(90)),
            (OrderKind::Limit { limit: 104 }, 1, Some(100)),
            (OrderKind::Limit { limit: 89 }, 1, None),
            (OrderKind::Stop { stop: 106 }, 1, Some(106)),
            (OrderKind::Stop { stop: 95 }, 1, Some(98)),
            (OrderKind::Stop { stop: 95 }, -1, Some(95)),
            (stop_limit(106, 108), 1, Some(106)),
            (stop_limit(106, 104), 1, Some(0)),
            (stop_limit(95, 95), -1, Some(0)),
            (stop_limit(95, 89), -1, Some(95)),
        ];
        for (kind, lots, expected) in table {
            assert_eq!(price(kind, lots, false), expected, "{kind:?} {lots}");
        }
        assert_eq!(price(stop_limit(106, 104), 1, true), Some(100));
    }
}
