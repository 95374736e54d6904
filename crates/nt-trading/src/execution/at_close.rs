use super::{Execution, Outcome, extreme_up, outcome_of, reaches};
use crate::{LimitFill, Order, OrderKind, TickBar};

/// What a bar does to an order under [`StopRule::Close`](crate::StopRule::Close): stop-limit and
/// trailing stop orders are judged by its close, all others as ever.
#[cold]
pub(crate) fn outcome_at_close(order: &Order, bar: &TickBar, limit_fill: LimitFill) -> Outcome {
    let buys = order.buys();
    let trails = order.request.kind.trail().is_some();
    match order.kind_in_force() {
        OrderKind::StopLimit { stop, limit } => {
            let triggered = order.triggered || is_beyond(extreme_up(bar, buys), stop, buys);
            stop_limit_outcome(triggered, limit, buys, bar)
        }
        OrderKind::Stop { stop } if trails => trailing_outcome(stop, buys, bar),
        _ => outcome_of(order, buys, bar, limit_fill),
    }
}

fn stop_limit_outcome(triggered: bool, limit: i64, buys: bool, bar: &TickBar) -> Outcome {
    if !triggered {
        return Outcome::Rest;
    }
    if !is_beyond(bar.close, limit, !buys) {
        return Outcome::Trigger;
    }
    let worst = extreme_up(bar, buys);
    Outcome::Fill(Execution {
        ticks: if buys {
            worst.min(limit)
        } else {
            worst.max(limit)
        },
        takes: false,
        at_open: false,
    })
}

fn trailing_outcome(stop: i64, buys: bool, bar: &TickBar) -> Outcome {
    if !reaches(extreme_up(bar, buys), stop, buys) {
        return Outcome::Rest;
    }
    Outcome::Fill(Execution {
        ticks: if buys {
            bar.close.max(stop)
        } else {
            bar.close.min(stop)
        },
        takes: true,
        at_open: false,
    })
}

/// Whether `price` is beyond `level`, upwards for buys; at the level it is not.
const fn is_beyond(price: i64, level: i64, upwards: bool) -> bool {
    price != level && reaches(price, level, upwards)
}
