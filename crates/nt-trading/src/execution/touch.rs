use super::{Execution, Outcome, extreme_down, fills, reaches, stop_outcome};
use crate::{LimitFill, TickBar};

/// A market-if-touched order is a stop of the other side: it fills at its touch, or at an open that
/// is already there, and takes liquidity.
pub(super) fn touch_outcome(touch: i64, buys: bool, bar: &TickBar) -> Outcome {
    stop_outcome(touch, !buys, bar)
}

/// A limit-if-touched order fills at its touch where its limit allows that. A limit that asks for
/// more lies beyond the touch on the same way, so a bar that reaches it met the touch before.
pub(super) fn limit_if_touched_outcome(
    touch: i64,
    limit: i64,
    buys: bool,
    bar: &TickBar,
    limit_fill: LimitFill,
) -> Outcome {
    let Outcome::Fill(touched) = touch_outcome(touch, buys, bar) else {
        return Outcome::Rest;
    };
    if reaches(touched.ticks, limit, !buys) {
        return Outcome::Fill(touched);
    }
    if fills(extreme_down(bar, buys), limit, buys, limit_fill) {
        return Outcome::Fill(Execution {
            ticks: limit,
            takes: false,
            at_open: false,
        });
    }
    Outcome::Trigger
}

#[cfg(test)]
mod tests {
    use crate::{LimitFill, OrderKind, TickBar, execution};

    const BAR: TickBar = TickBar {
        open: 100,
        high: 110,
        low: 90,
        close: 105,
    };

    fn price(kind: OrderKind, buys: bool) -> Option<i64> {
        execution(kind, buys, &BAR, LimitFill::Through).map(|execution| execution.ticks)
    }

    #[test]
    fn market_if_touched() {
        let order = |touch, buys| price(OrderKind::MarketIfTouched { touch }, buys);
        assert_eq!(order(95, true), Some(95), "a fall to the touch");
        assert_eq!(order(102, true), Some(100), "opened below it");
        assert_eq!(order(89, true), None, "not reached");
        assert_eq!(order(106, false), Some(106), "a sale on the way up");
        assert_eq!(order(98, false), Some(100), "a sale opened above it");
    }

    #[test]
    fn limit_if_touched() {
        let order = |touch, limit, buys| price(OrderKind::LimitIfTouched { touch, limit }, buys);
        assert_eq!(order(95, 97, true), Some(95), "the limit allows the touch");
        assert_eq!(order(95, 92, true), Some(92), "the price went on to it");
        assert_eq!(order(95, 90, true), None, "the limit is only touched");
        assert_eq!(order(106, 108, false), Some(108), "a sale further up");
    }
}
