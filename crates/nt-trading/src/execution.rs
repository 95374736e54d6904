mod at_close;
mod touch;

use crate::{LimitFill, Order, OrderKind, TickBar};

pub(crate) use at_close::outcome_at_close;
use touch::{limit_if_touched_outcome, touch_outcome};

/// A fill that a bar gives to an order, before spread and slippage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Execution {
    /// Price in ticks.
    pub ticks: i64,
    /// Whether it takes liquidity, so that slippage applies.
    pub takes: bool,
    /// Whether it happens at the bar's first price.
    pub at_open: bool,
}

impl Execution {
    /// A fill at a price that is there now, outside any bar's path.
    pub(crate) const fn taken_at(ticks: i64) -> Self {
        Self {
            ticks,
            takes: true,
            at_open: false,
        }
    }
}

/// What a bar does to a working order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing.
    Rest,
    /// Its stop is touched but it does not fill yet.
    Trigger,
    /// It fills.
    Fill(Execution),
}

/// The fill that a bar gives to an order of this kind, if any.
///
/// A market order fills at the open. A stop is touched when the bar reaches it, and fills there, or
/// at the open when the bar opens beyond it (a gap). A limit fills at the open when that is at the
/// limit or better, else at the limit when the bar reaches it (see [`LimitFill`]). A stop-limit whose
/// limit was passed before its stop within one bar is only triggered: the order of prices inside a
/// bar is unknown, and the worse case is assumed. A touch is the mirror of a stop: it waits for a
/// better price. The stop of a trailing order is not part of its kind, so it has no fill here.
#[must_use]
pub fn execution(
    kind: OrderKind,
    buys: bool,
    bar: &TickBar,
    limit_fill: LimitFill,
) -> Option<Execution> {
    match outcome(kind, buys, false, bar, limit_fill) {
        Outcome::Fill(execution) => Some(execution),
        Outcome::Rest | Outcome::Trigger => None,
    }
}

pub(crate) fn outcome_of(
    order: &Order,
    buys: bool,
    bar: &TickBar,
    limit_fill: LimitFill,
) -> Outcome {
    outcome(
        order.kind_in_force(),
        buys,
        order.triggered,
        bar,
        limit_fill,
    )
}

fn outcome(
    kind: OrderKind,
    buys: bool,
    triggered: bool,
    bar: &TickBar,
    limit_fill: LimitFill,
) -> Outcome {
    match kind {
        OrderKind::Market | OrderKind::MarketToLimit => at_open(bar.open, true),
        OrderKind::Limit { limit } => limit_outcome(limit, buys, bar, limit_fill),
        // What a stop left unfilled is a market order.
        OrderKind::Stop { .. } if triggered => at_open(bar.open, true),
        OrderKind::Stop { stop } => stop_outcome(stop, buys, bar),
        OrderKind::StopLimit { limit, .. } | OrderKind::LimitIfTouched { limit, .. }
            if triggered =>
        {
            limit_outcome(limit, buys, bar, limit_fill)
        }
        OrderKind::StopLimit { stop, limit } => {
            stop_limit_outcome(stop, limit, buys, bar, limit_fill)
        }
        OrderKind::MarketIfTouched { touch } => touch_outcome(touch, buys, bar),
        OrderKind::LimitIfTouched { touch, limit } => {
            limit_if_touched_outcome(touch, limit, buys, bar, limit_fill)
        }
        OrderKind::TrailingStop { .. } | OrderKind::TrailingStopLimit { .. } => Outcome::Rest,
    }
}

fn at_open(ticks: i64, takes: bool) -> Outcome {
    Outcome::Fill(Execution {
        ticks,
        takes,
        at_open: true,
    })
}

fn stop_outcome(stop: i64, buys: bool, bar: &TickBar) -> Outcome {
    if reaches(bar.open, stop, buys) {
        at_open(bar.open, true)
    } else if reaches(extreme_up(bar, buys), stop, buys) {
        Outcome::Fill(Execution {
            ticks: stop,
            takes: true,
            at_open: false,
        })
    } else {
        Outcome::Rest
    }
}

fn limit_outcome(limit: i64, buys: bool, bar: &TickBar, limit_fill: LimitFill) -> Outcome {
    if opens_within(bar, limit, buys, limit_fill) {
        at_open(bar.open, false)
    } else if fills(extreme_down(bar, buys), limit, buys, limit_fill) {
        Outcome::Fill(Execution {
            ticks: limit,
            takes: false,
            at_open: false,
        })
    } else {
        Outcome::Rest
    }
}

fn stop_limit_outcome(
    stop: i64,
    limit: i64,
    buys: bool,
    bar: &TickBar,
    limit_fill: LimitFill,
) -> Outcome {
    if !reaches(extreme_up(bar, buys), stop, buys) {
        return Outcome::Rest;
    }
    let opens_beyond_stop = reaches(bar.open, stop, buys);
    let touch = if opens_beyond_stop { bar.open } else { stop };
    if reaches(touch, limit, !buys) {
        return Outcome::Fill(Execution {
            ticks: touch,
            takes: true,
            at_open: opens_beyond_stop,
        });
    }
    // The stop lies beyond the limit: the price must come back, which is certain to be after the
    // stop only when the bar opened beyond it.
    if opens_beyond_stop && fills(extreme_down(bar, buys), limit, buys, limit_fill) {
        return Outcome::Fill(Execution {
            ticks: limit,
            takes: false,
            at_open: false,
        });
    }
    Outcome::Trigger
}

/// Whether `price` is at `level` or beyond, upwards for buys.
pub(crate) const fn reaches(price: i64, level: i64, upwards: bool) -> bool {
    if upwards {
        price >= level
    } else {
        price <= level
    }
}

/// Whether the open of a bar fills a limit order.
const fn opens_within(bar: &TickBar, limit: i64, buys: bool, rule: LimitFill) -> bool {
    reaches(bar.open, limit, !buys)
        && match rule {
            LimitFill::Cross => fills(extreme_down(bar, buys), limit, buys, rule),
            LimitFill::Through | LimitFill::Touch => true,
        }
}

const fn fills(extreme: i64, limit: i64, buys: bool, rule: LimitFill) -> bool {
    match rule {
        LimitFill::Touch => reaches(extreme, limit, !buys),
        LimitFill::Through | LimitFill::Cross => {
            if buys {
                extreme < limit
            } else {
                extreme > limit
            }
        }
    }
}

/// The price of the bar furthest in the direction that hurts a buyer (or seller) waiting to enter.
const fn extreme_up(bar: &TickBar, buys: bool) -> i64 {
    if buys { bar.high } else { bar.low }
}

/// The price of the bar furthest in the direction that suits a buyer (or seller).
const fn extreme_down(bar: &TickBar, buys: bool) -> i64 {
    if buys { bar.low } else { bar.high }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: TickBar = TickBar {
        open: 100,
        high: 110,
        low: 90,
        close: 105,
    };

    fn price(kind: OrderKind, buys: bool, rule: LimitFill) -> Option<i64> {
        execution(kind, buys, &BAR, rule).map(|execution| execution.ticks)
    }

    #[test]
    fn market_and_limit_orders() {
        use LimitFill::{Through, Touch};
        let limit = |limit, buys, rule| price(OrderKind::Limit { limit }, buys, rule);
        assert_eq!(price(OrderKind::Market, true, Touch), Some(100));
        assert_eq!(
            limit(104, true, Touch),
            Some(100),
            "above the open: at the open"
        );
        assert_eq!(limit(95, true, Touch), Some(95), "inside the bar");
        assert_eq!(limit(90, true, Touch), Some(90), "touched");
        assert_eq!(limit(90, true, Through), None, "touched, not passed");
        assert_eq!(limit(89, true, Touch), None, "below the bar");
        assert_eq!(
            limit(108, false, Through),
            Some(108),
            "a sale inside the bar"
        );
        assert_eq!(
            limit(110, false, Through),
            None,
            "a sale touched, not passed"
        );
    }

    #[test]
    fn stop_orders() {
        let stop = |stop, buys| price(OrderKind::Stop { stop }, buys, LimitFill::Touch);
        assert_eq!(stop(106, true), Some(106), "inside the bar");
        assert_eq!(stop(98, true), Some(100), "gapped through: at the open");
        assert_eq!(stop(111, true), None, "not reached");
        assert_eq!(stop(95, false), Some(95), "a sale inside the bar");
        assert_eq!(stop(101, false), Some(100), "a sale gapped through");
    }

    #[test]
    fn stop_limit_orders() {
        let order =
            |stop, limit, buys| price(OrderKind::StopLimit { stop, limit }, buys, LimitFill::Touch);
        assert_eq!(order(106, 108, true), Some(106), "at its stop");
        assert_eq!(order(95, 97, true), Some(97), "opened beyond both");
        assert_eq!(
            order(106, 104, true),
            None,
            "the limit lies before the stop"
        );
        assert_eq!(order(95, 93, false), Some(95), "a sale at its stop");
    }
}
