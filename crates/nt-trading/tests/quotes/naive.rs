//! Quotes matched the slow way: every order is looked at on every tick, with rules written down anew
//! and no account behind them.

use nt_core::day_of;
use nt_trading::{OrderKind, Quote, TimeInForce, Trail};

#[allow(
    clippy::struct_excessive_bools,
    reason = "plain facts, so that the rules read as sentences"
)]
/// An order of the naive market.
#[derive(Clone, Copy, Debug)]
pub struct NaiveOrder {
    pub id: u32,
    pub buys: bool,
    pub left: i64,
    pub kind: OrderKind,
    pub time_in_force: TimeInForce,
    pub post_only: bool,
    rested: bool,
    triggered: bool,
    best: Option<i64>,
    first_day: Option<i64>,
}

/// Tick, order, signed lots and price.
pub type NaiveFill = (usize, u32, i64, i64);

#[derive(Debug, Default)]
pub struct NaiveMarket {
    orders: Vec<NaiveOrder>,
    quote: Quote,
    pub fills: Vec<NaiveFill>,
}

enum Wish {
    Take(i64),
    AtLimit(i64),
    Refuse,
    Wait,
}

impl NaiveMarket {
    pub fn submit(
        &mut self,
        id: u32,
        lots: i64,
        kind: OrderKind,
        time_in_force: TimeInForce,
        post_only: bool,
    ) {
        let buys = lots > 0;
        let best = kind.trail().and_then(|_| self.quote.far(buys));
        self.orders.push(NaiveOrder {
            id,
            buys,
            left: lots.abs(),
            kind,
            time_in_force,
            post_only,
            rested: false,
            triggered: false,
            best,
            first_day: None,
        });
    }

    pub fn cancel(&mut self, id: u32) {
        self.orders.retain(|order| order.id != id);
    }

    /// A new limit for a plain limit order.
    pub fn move_limit(&mut self, id: u32, limit: i64) {
        for order in &mut self.orders {
            if order.id == id && matches!(order.kind, OrderKind::Limit { .. }) {
                order.kind = OrderKind::Limit { limit };
                order.rested = false;
            }
        }
    }

    pub fn working(&self) -> Vec<u32> {
        self.orders.iter().map(|order| order.id).collect()
    }

    pub fn quote(&mut self, tick: usize, time: i64, quote: Quote) {
        self.quote = quote;
        let offered = |lots: i64| if lots == 0 { i64::MAX } else { lots };
        let mut offer = [offered(quote.bid_lots), offered(quote.ask_lots)];
        for mut order in self.in_turn() {
            let far = quote.far(order.buys);
            let left = &mut offer[usize::from(order.buys)];
            if let Some(lots) = self.meet_quote(&mut order, time, far, left) {
                let signed = if order.buys { lots.0 } else { -lots.0 };
                self.fills.push((tick, order.id, signed, lots.1));
            }
            self.put_back(order);
        }
    }

    pub fn trade(&mut self, tick: usize, time: i64, price: i64, lots: i64) {
        let mut offer = lots;
        for mut order in self.in_turn().into_iter().filter(|order| order.rested) {
            if order.is_over(time) {
                order.left = 0;
            } else if let Some(limit) = order.limit_by_now() {
                let passes = if order.buys {
                    price < limit
                } else {
                    price > limit
                };
                let lots = offer.min(order.left);
                if passes && lots > 0 {
                    offer -= lots;
                    order.left -= lots;
                    let signed = if order.buys { lots } else { -lots };
                    self.fills.push((tick, order.id, signed, limit));
                }
            }
            self.put_back(order);
        }
    }

    /// Takers and what waits for a trigger by age, then limits, buys first, the keener first.
    fn in_turn(&self) -> Vec<NaiveOrder> {
        let mut turn = self.orders.clone();
        turn.sort_by_key(|order| {
            let keenness = order
                .limit_by_now()
                .map(|limit| if order.buys { -limit } else { limit });
            (keenness, order.id)
        });
        turn
    }

    fn put_back(&mut self, order: NaiveOrder) {
        let place = self.orders.iter().position(|old| old.id == order.id);
        let place = place.expect("an order in turn works");
        if order.left == 0 {
            self.orders.remove(place);
        } else {
            self.orders[place] = order;
        }
    }

    #[allow(clippy::unused_self, reason = "reads as the market's rule")]
    fn meet_quote(
        &self,
        order: &mut NaiveOrder,
        time: i64,
        far: Option<i64>,
        offer: &mut i64,
    ) -> Option<(i64, i64)> {
        order.first_day.get_or_insert(day_of(time));
        if order.is_over(time) {
            order.left = 0;
            return None;
        }
        let wish = far.map_or(Wish::Wait, |far| order.wish(far));
        order.rested = true;
        let price = match wish {
            Wish::Take(price) | Wish::AtLimit(price) => price,
            Wish::Refuse => {
                order.left = 0;
                return None;
            }
            Wish::Wait => {
                order.end_at_once();
                return None;
            }
        };
        if order.time_in_force == TimeInForce::FillOrKill && *offer < order.left {
            order.left = 0;
            return None;
        }
        let lots = order.left.min(*offer);
        order.left -= lots;
        *offer -= lots;
        if order.left > 0 && (order.kind.is_stop() || order.kind.stop().is_some()) {
            order.triggered = true;
        }
        order.end_at_once();
        (lots > 0).then_some((lots, price))
    }
}

impl NaiveOrder {
    fn is_over(&self, time: i64) -> bool {
        match self.time_in_force {
            TimeInForce::Day => self.first_day.is_some_and(|day| day_of(time) > day),
            TimeInForce::GoodTilTime(end) => time > end,
            _ => false,
        }
    }

    fn end_at_once(&mut self) {
        if self.time_in_force.is_at_once() {
            self.left = 0;
        }
    }

    fn limit_by_now(&self) -> Option<i64> {
        match self.kind {
            OrderKind::Limit { limit } => Some(limit),
            OrderKind::StopLimit { limit, .. } | OrderKind::LimitIfTouched { limit, .. } => {
                self.triggered.then_some(limit)
            }
            _ => None,
        }
    }

    /// Whether a price is at another or better for this side.
    const fn suits(&self, price: i64, level: i64) -> bool {
        if self.buys {
            price <= level
        } else {
            price >= level
        }
    }

    fn wish(&mut self, far: i64) -> Wish {
        if let Some(limit) = self.limit_by_now() {
            return match self.suits(far, limit) {
                false => Wish::Wait,
                true if self.rested => Wish::AtLimit(limit),
                true if self.post_only => Wish::Refuse,
                true => Wish::Take(far),
            };
        }
        match self.kind {
            OrderKind::Stop { stop } if !self.triggered && !self.is_beyond(far, stop) => Wish::Wait,
            OrderKind::StopLimit { stop, limit } => {
                self.as_limit(self.is_beyond(far, stop), far, limit)
            }
            OrderKind::LimitIfTouched { touch, limit } => {
                self.as_limit(self.suits(far, touch), far, limit)
            }
            OrderKind::MarketIfTouched { touch } if !self.suits(far, touch) => Wish::Wait,
            OrderKind::TrailingStop {
                trail: Trail::Ticks(ticks),
            } if !self.triggered => {
                let best = *self.best.get_or_insert(far);
                let stop = if self.buys {
                    best + ticks
                } else {
                    best - ticks
                };
                if self.is_beyond(far, stop) {
                    self.triggered = true;
                    return Wish::Take(far);
                }
                self.best = Some(if self.buys {
                    best.min(far)
                } else {
                    best.max(far)
                });
                Wish::Wait
            }
            _ => Wish::Take(far),
        }
    }

    /// Whether a price is at a stop or further: above it for buys.
    const fn is_beyond(&self, price: i64, stop: i64) -> bool {
        if self.buys {
            price >= stop
        } else {
            price <= stop
        }
    }

    fn as_limit(&mut self, is_touched: bool, far: i64, limit: i64) -> Wish {
        if !is_touched {
            return Wish::Wait;
        }
        if self.suits(far, limit) {
            return Wish::Take(far);
        }
        self.triggered = true;
        Wish::Wait
    }
}
