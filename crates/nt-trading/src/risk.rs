pub(crate) mod listing;

use nt_core::{Instrument, Money, Rate};

use crate::{Ledger, Level, OrderKind, OrderRequest, Reason, Size, TimeInForce, Trail};

/// Limits of the risk gate; `None` is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RiskLimits {
    /// Most lots one order may trade.
    pub max_order_quantity: Option<i64>,
    /// Greatest value one order may have at the last price.
    pub max_order_notional: Option<Money>,
    /// Most lots a position may hold, long or short.
    pub max_position: Option<i64>,
    /// Most orders working at once.
    pub max_working_orders: Option<usize>,
}

/// An order that passed the gate. Only [`RiskGate`] makes one, and the venue takes nothing
/// else: an unchecked order has the wrong type to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Approved<'a> {
    request: &'a OrderRequest,
}

impl<'a> Approved<'a> {
    /// What was approved.
    #[must_use]
    pub const fn request(&self) -> &'a OrderRequest {
        self.request
    }
}

/// The checks every order passes before it is sent, in a backtest, on paper and live.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RiskGate {
    limits: RiskLimits,
    halted: bool,
}

/// The state a check looks at.
pub(crate) struct Situation<'a> {
    pub ledger: &'a Ledger,
    /// Last price of the instrument in ticks, if one is known.
    pub last_price: Option<i64>,
    pub working_orders: usize,
    /// Nanoseconds since the epoch, UTC.
    pub time: i64,
    /// Whether it waits for its parent: its size is checked when it is released.
    pub is_held: bool,
}

impl RiskGate {
    /// A gate with these limits.
    #[must_use]
    pub const fn new(limits: RiskLimits) -> Self {
        Self {
            limits,
            halted: false,
        }
    }

    /// Refuses every order from now on.
    pub(crate) const fn halt(&mut self) {
        self.halted = true;
    }

    /// Whether every order is refused.
    #[must_use]
    pub const fn is_halted(&self) -> bool {
        self.halted
    }

    pub(crate) fn check<'a>(
        &self,
        request: &'a OrderRequest,
        situation: &Situation<'_>,
    ) -> Result<Approved<'a>, Reason> {
        if self.halted {
            return Err(Reason::TradingHalted);
        }
        check_shape(request)?;
        listing::check(request, situation)?;
        if matches!(request.time_in_force, TimeInForce::GoodTilTime(end) if end <= situation.time) {
            return Err(Reason::TimeOver);
        }
        if request.lot.is_none()
            && self
                .limits
                .max_working_orders
                .is_some_and(|most| situation.working_orders >= most)
        {
            return Err(Reason::MaxWorkingOrders);
        }
        if !situation.is_held {
            self.check_size(request, situation)?;
        }
        Ok(Approved { request })
    }

    fn check_size(&self, request: &OrderRequest, situation: &Situation<'_>) -> Result<(), Reason> {
        let Size::Lots(lots) = request.size else {
            return Ok(());
        };
        let held = situation.ledger.position(request.instrument).quantity;
        if request.reduce_only && request.lot.is_none() && held.signum() != -lots.signum() {
            return Err(Reason::ReduceOnly);
        }
        // The limits hold risk down: what only takes risk away, such as a stop loss or the closing
        // of a ruined account, must not fail on them.
        if request.reduce_only && lots.unsigned_abs() <= held.unsigned_abs() {
            return Ok(());
        }
        let instrument = &situation.ledger.instruments()[request.instrument as usize];
        self.check_limits(
            lots,
            held,
            instrument,
            request.kind.limit().or(situation.last_price),
        )
    }

    /// The limits on quantity, value and position; sized targets come here at their fill.
    pub(crate) fn check_limits(
        &self,
        lots: i64,
        held: i64,
        instrument: &Instrument,
        price: Option<i64>,
    ) -> Result<(), Reason> {
        if price.is_some_and(|price| !is_in_range(instrument, lots, price)) {
            return Err(Reason::OutOfRange);
        }
        let limits = &self.limits;
        if limits
            .max_order_quantity
            .is_some_and(|most| lots.abs() > most)
        {
            return Err(Reason::MaxOrderQuantity);
        }
        let after = held.saturating_add(lots).abs();
        if limits
            .max_position
            .is_some_and(|most| after > most && after > held.abs())
        {
            return Err(Reason::MaxPosition);
        }
        match (limits.max_order_notional, price) {
            (Some(most), Some(price)) if instrument.notional(price, lots).abs() > most => {
                Err(Reason::MaxOrderNotional)
            }
            (Some(_), None) => Err(Reason::NoPrice),
            _ => Ok(()),
        }
    }
}

/// Beyond 1e15 units of money an order would leave the integers that money is kept in.
pub(crate) fn is_in_range(instrument: &Instrument, lots: i64, price: i64) -> bool {
    let scales = instrument.quantity_scale().per_unit() * instrument.price_scale().per_unit();
    let value = lots as f64 * price as f64 * instrument.multiplier();
    value.abs() <= 1e15 * scales
}

fn check_shape(request: &OrderRequest) -> Result<(), Reason> {
    let prices = [
        request.kind.stop(),
        request.kind.limit(),
        price_of(request.bracket.stop_loss),
        price_of(request.bracket.take_profit),
    ];
    if prices.iter().flatten().any(|&price| price <= 0) {
        return Err(Reason::PriceNotPositive);
    }
    match request.size {
        Size::Lots(0) => return Err(Reason::QuantityZero),
        Size::Share(share) if share.raw() == 0 => return Err(Reason::QuantityZero),
        size if size.is_target() && request.kind != OrderKind::Market => {
            return Err(Reason::TargetNeedsMarket);
        }
        _ => {}
    }
    check_terms(request)?;
    check_exits(request)
}

/// What goes with which kind of order.
fn check_terms(request: &OrderRequest) -> Result<(), Reason> {
    let time_in_force = request.time_in_force;
    let is_short_lived = time_in_force.is_at_once() || time_in_force.is_auction();
    let waits = request.kind.stop().is_some() || request.kind.trail().is_some();
    if is_short_lived && waits {
        return Err(Reason::TimeInForceNeedsNoStop);
    }
    let rests = matches!(request.kind, OrderKind::Limit { .. }) && !is_short_lived;
    if (request.post_only || request.display.is_some()) && !rests {
        return Err(Reason::NeedsRestingLimit);
    }
    let most = match request.size {
        Size::Lots(lots) => lots.saturating_abs(),
        _ => i64::MAX,
    };
    match request.display {
        Some(shown) if shown <= 0 || shown > most => Err(Reason::DisplayOutOfRange),
        _ => check_trail(request.kind),
    }
}

fn check_trail(kind: OrderKind) -> Result<(), Reason> {
    let holds = match kind.trail() {
        None => true,
        Some(Trail::Ticks(ticks)) => ticks > 0,
        Some(Trail::Share(share)) => share > Rate::ZERO && share < Rate::ONE,
    };
    let limit_holds = !matches!(kind, OrderKind::TrailingStopLimit { offset, .. } if offset < 0);
    if holds && limit_holds {
        Ok(())
    } else {
        Err(Reason::PriceNotPositive)
    }
}

/// Exits at a price must embrace the entry the order states, where it states one.
fn check_exits(request: &OrderRequest) -> Result<(), Reason> {
    let (Some(entry), Some(buys)) = (
        request.kind.limit().or(request.kind.stop()),
        buys(request.size),
    ) else {
        return Ok(());
    };
    let beyond = |price: i64, upwards: bool| {
        if upwards {
            price > entry
        } else {
            price < entry
        }
    };
    let stop_holds = price_of(request.bracket.stop_loss).is_none_or(|price| beyond(price, !buys));
    let target_holds =
        price_of(request.bracket.take_profit).is_none_or(|price| beyond(price, buys));
    if stop_holds && target_holds {
        Ok(())
    } else {
        Err(Reason::ExitOnWrongSide)
    }
}

fn buys(size: Size) -> Option<bool> {
    match size {
        Size::Lots(lots) => Some(lots > 0),
        Size::Share(share) => Some(share.raw() > 0),
        Size::TargetLots(_) | Size::TargetShare(_) => None,
    }
}

const fn price_of(level: Option<Level>) -> Option<i64> {
    match level {
        Some(Level::Price(price)) => Some(price),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Bracket;
    use nt_core::Scale;

    fn check(limits: RiskLimits, request: OrderRequest) -> Result<(), Reason> {
        let share = Instrument::new("X.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
        let ledger = Ledger::new(Money::from_f64(1_000.0).unwrap(), vec![share]);
        let situation = Situation {
            ledger: &ledger,
            last_price: Some(1_000),
            working_orders: 3,
            time: 0,
            is_held: false,
        };
        RiskGate::new(limits)
            .check(&request, &situation)
            .map(|_| ())
    }

    fn refusal(limits: RiskLimits, request: OrderRequest) -> Reason {
        check(limits, request).unwrap_err()
    }

    #[test]
    fn each_limit_has_its_reason() {
        let buy = OrderRequest::market(0, Size::Lots(10));
        assert!(check(RiskLimits::default(), buy).is_ok());
        let limits = RiskLimits {
            max_order_quantity: Some(9),
            ..RiskLimits::default()
        };
        assert_eq!(refusal(limits, buy), Reason::MaxOrderQuantity);
        let limits = RiskLimits {
            max_position: Some(9),
            ..RiskLimits::default()
        };
        assert_eq!(refusal(limits, buy), Reason::MaxPosition);
        let limits = RiskLimits {
            max_order_notional: Money::from_f64(99.0),
            ..RiskLimits::default()
        };
        assert_eq!(refusal(limits, buy), Reason::MaxOrderNotional);
        let limits = RiskLimits {
            max_working_orders: Some(3),
            ..RiskLimits::default()
        };
        assert_eq!(refusal(limits, buy), Reason::MaxWorkingOrders);
    }

    #[test]
    fn an_order_beyond_the_integers_is_denied() {
        let huge = OrderRequest::market(0, Size::Lots(i64::MAX));
        assert_eq!(refusal(RiskLimits::default(), huge), Reason::OutOfRange);
    }

    #[test]
    fn a_malformed_order_is_denied() {
        let buy = OrderRequest::market(0, Size::Lots(10));
        let none = RiskLimits::default();
        assert_eq!(
            refusal(
                none,
                OrderRequest {
                    size: Size::Lots(0),
                    ..buy
                }
            ),
            Reason::QuantityZero
        );
        let limit = OrderKind::Limit { limit: 0 };
        assert_eq!(
            refusal(none, OrderRequest { kind: limit, ..buy }),
            Reason::PriceNotPositive
        );
        let limit = OrderKind::Limit { limit: 900 };
        let target = OrderRequest {
            size: Size::TargetLots(1),
            kind: limit,
            ..buy
        };
        assert_eq!(refusal(none, target), Reason::TargetNeedsMarket);
        assert_eq!(
            refusal(
                none,
                OrderRequest {
                    reduce_only: true,
                    ..buy
                }
            ),
            Reason::ReduceOnly
        );
        let stop = OrderKind::Stop { stop: 1_100 };
        let killed = OrderRequest {
            kind: stop,
            time_in_force: TimeInForce::FillOrKill,
            ..buy
        };
        assert_eq!(refusal(none, killed), Reason::TimeInForceNeedsNoStop);
        let bracket = Bracket {
            stop_loss: Some(Level::Price(1_200)),
            take_profit: None,
        };
        assert_eq!(
            refusal(
                none,
                OrderRequest {
                    kind: stop,
                    bracket,
                    ..buy
                }
            ),
            Reason::ExitOnWrongSide
        );
    }
}
