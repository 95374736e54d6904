use super::Kernel;
use crate::{
    Bracket, Level, Order, OrderId, OrderKind, OrderRequest, Reason, Record, RecordKind, Size,
    SplitRatio, Trail,
};

impl Kernel {
    /// Restates the working orders of an instrument for a split: what is left of a quantity
    /// multiplies, prices divide, rounded to the tick that is harder to reach. Of an order of which
    /// less than a lot is left nothing remains.
    pub(super) fn restate_for_split(&mut self, instrument: u32, ratio: SplitRatio) {
        for id in self.book.of(instrument).to_vec() {
            let Some(&order) = self.book.get(id) else {
                continue;
            };
            let mut restated = split_prices(order, ratio);
            restated.request.size = self.split_size(&order, ratio);
            if restated.request.size == Size::Lots(order.filled) {
                self.cancel(id, Reason::SplitLeftNothing);
            } else {
                self.restate(&order, restated);
            }
        }
    }

    /// Lowers the limits of buys and the stops of sells by a dividend, in ticks: at the old price they
    /// would be reached by what was paid out.
    pub(super) fn restate_for_dividend(&mut self, instrument: u32, ticks: i64) {
        for id in self.book.of(instrument).to_vec() {
            let Some(&order) = self.book.get(id) else {
                continue;
            };
            let lowered = |price: i64| price.saturating_sub(ticks).max(1);
            let kind = match (order.request.kind, order.buys()) {
                (OrderKind::Limit { limit }, true) => OrderKind::Limit {
                    limit: lowered(limit),
                },
                (OrderKind::Stop { stop }, false) => OrderKind::Stop {
                    stop: lowered(stop),
                },
                (OrderKind::StopLimit { stop, limit }, false) => OrderKind::StopLimit {
                    stop: lowered(stop),
                    limit: lowered(limit),
                },
                (kind, _) => kind,
            };
            let request = OrderRequest {
                kind,
                ..order.request
            };
            self.restate(&order, Order { request, ..order });
        }
    }

    /// The exit of a lot follows its lot; of any other order what has filled stays as it was.
    fn split_size(&self, order: &Order, ratio: SplitRatio) -> Size {
        let OrderRequest {
            instrument,
            size,
            lot,
            ..
        } = order.request;
        match (size, lot) {
            (Size::Lots(_), Some(lot)) if order.is_attached() => {
                Size::Lots(order.filled - self.lot_quantity(instrument, lot))
            }
            (Size::Lots(lots), _) => Size::Lots(order.filled + ratio.lots(lots - order.filled)),
            (Size::TargetLots(lots), _) => Size::TargetLots(ratio.lots(lots)),
            (share, _) => share,
        }
    }

    /// Writes what is new of an order to the log, then to the book.
    fn restate(&mut self, old: &Order, new: Order) {
        for (detail, terms) in (0..).zip(
            terms_of(&old.request)
                .into_iter()
                .zip(terms_of(&new.request)),
        ) {
            let (before, now) = terms;
            if before == now {
                continue;
            }
            let [quantity, price, stop] = now;
            self.log.append(Record {
                detail,
                instrument: new.request.instrument,
                order: new.id.0,
                quantity,
                price,
                stop,
                ..Record::new(self.step, self.time, RecordKind::OrderRestated)
            });
        }
        self.replace(new.id, new);
    }

    fn replace(&mut self, id: OrderId, order: Order) {
        if let Some(place) = self.book.get_mut(id) {
            *place = order;
        }
    }
}

/// What a record of a restatement can hold, by its detail: quantity, price and stop.
fn terms_of(request: &OrderRequest) -> [[i64; 3]; 3] {
    let quantity = match request.size {
        Size::Lots(lots) | Size::TargetLots(lots) => lots,
        Size::Share(_) | Size::TargetShare(_) => 0,
    };
    let kind = request.kind;
    let offset = match kind {
        OrderKind::TrailingStopLimit { offset, .. } => offset,
        _ => 0,
    };
    let trail = match kind.trail() {
        None => 0,
        Some(Trail::Ticks(ticks)) => ticks,
        Some(Trail::Share(share)) => -share.raw(),
    };
    let level = |level: Option<Level>| match level {
        None => 0,
        Some(Level::Price(ticks)) => ticks,
        Some(Level::Share(share)) => -share.raw(),
    };
    let Bracket {
        stop_loss,
        take_profit,
    } = request.bracket;
    [
        [
            quantity,
            kind.limit().unwrap_or_default(),
            kind.stop().unwrap_or_default(),
        ],
        [0, offset, trail],
        [0, level(take_profit), level(stop_loss)],
    ]
}

/// An order with its prices after a split, its quantity as it was.
fn split_prices(order: Order, ratio: SplitRatio) -> Order {
    let buys = order.buys();
    let level = |level: Option<Level>, up: bool| match level {
        Some(Level::Price(ticks)) => Some(Level::Price(ratio.price_towards(ticks, up))),
        other => other,
    };
    let Bracket {
        stop_loss,
        take_profit,
    } = order.request.bracket;
    Order {
        request: OrderRequest {
            kind: split_kind(order.request.kind, buys, ratio),
            bracket: Bracket {
                stop_loss: level(stop_loss, !buys),
                take_profit: level(take_profit, buys),
            },
            ..order.request
        },
        best: order.best.map(|best| ratio.price_towards(best, buys)),
        ..order
    }
}

/// Limits and touches of buys round down and their stops up, those of sells the other way.
fn split_kind(kind: OrderKind, buys: bool, ratio: SplitRatio) -> OrderKind {
    let limit_at = |limit: i64| ratio.price_towards(limit, !buys);
    let stop_at = |stop: i64| ratio.price_towards(stop, buys);
    let behind = |trail: Trail| match trail {
        Trail::Ticks(ticks) => Trail::Ticks(ratio.price_towards(ticks, true)),
        share @ Trail::Share(_) => share,
    };
    match kind {
        OrderKind::Market => OrderKind::Market,
        OrderKind::MarketToLimit => OrderKind::MarketToLimit,
        OrderKind::Limit { limit } => OrderKind::Limit {
            limit: limit_at(limit),
        },
        OrderKind::Stop { stop } => OrderKind::Stop {
            stop: stop_at(stop),
        },
        OrderKind::StopLimit { stop, limit } => OrderKind::StopLimit {
            stop: stop_at(stop),
            limit: limit_at(limit),
        },
        OrderKind::MarketIfTouched { touch } => OrderKind::MarketIfTouched {
            touch: limit_at(touch),
        },
        OrderKind::LimitIfTouched { touch, limit } => OrderKind::LimitIfTouched {
            touch: limit_at(touch),
            limit: limit_at(limit),
        },
        OrderKind::TrailingStop { trail } => OrderKind::TrailingStop {
            trail: behind(trail),
        },
        OrderKind::TrailingStopLimit { trail, offset } => OrderKind::TrailingStopLimit {
            trail: behind(trail),
            offset: ratio.distance(offset),
        },
    }
}
