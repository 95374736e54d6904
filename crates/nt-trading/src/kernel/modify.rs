use super::Kernel;
use crate::{
    Change, Order, OrderId, OrderKind, OrderRequest, Reason, Record, RecordKind, Size, Status,
};

impl Kernel {
    /// Gives a working order new terms, all or none. They pass the same gate as a new order and hold
    /// from the next bar on; an order that filled on the bar in hand has ended before they arrive.
    pub(super) fn modify(&mut self, id: OrderId, change: Change) {
        if self.is_over(id) {
            self.refuse_change(id, Reason::OrderEnded);
            return;
        }
        match self.modified(id, change) {
            Ok(order) => self.rewrite(order),
            Err(reason) => self.refuse_change(id, reason),
        }
    }

    fn modified(&self, id: OrderId, change: Change) -> Result<Order, Reason> {
        let order = *self.book.get(id).ok_or(Reason::OrderEnded)?;
        if self.is_forced(id) {
            return Err(Reason::Liquidation);
        }
        if change == Change::default() {
            return Err(Reason::NotItsTerms);
        }
        if self.is_locked(&order) {
            return Err(Reason::MissedCutoff);
        }
        let request = OrderRequest {
            size: new_size(&order, change.quantity)?,
            kind: new_kind(&order, change)?,
            ..order.request
        };
        let is_held = order.status == Status::Held;
        self.examine_again(&request, is_held)?;
        Ok(Order {
            request,
            has_rested: false,
            ..order
        })
    }

    /// Writes an order's terms as they are now to the log, then to the book.
    fn rewrite(&mut self, order: Order) {
        let OrderRequest {
            instrument,
            size,
            kind,
            ..
        } = order.request;
        self.log.append(Record {
            instrument,
            order: order.id.0,
            quantity: match size {
                Size::Lots(lots) => lots,
                _ => 0,
            },
            price: kind.limit().unwrap_or_default(),
            stop: kind.stop().unwrap_or_default(),
            ..Record::new(self.step, self.time, RecordKind::OrderModified)
        });
        if let Some(place) = self.book.get_mut(order.id) {
            *place = order;
        }
    }

    /// What a market-to-limit order could not take at its price rests there as a limit. One with
    /// exits does not rest: they go with one lot, opened by one fill.
    pub(super) fn rest_as_limit(&mut self, id: OrderId, reason: Reason, limit: i64) -> bool {
        let Some(&order) = self.book.get(id) else {
            return false;
        };
        let may_rest = order.request.kind == OrderKind::MarketToLimit
            && !order.request.time_in_force.is_at_once()
            && !order.request.time_in_force.is_auction()
            && matches!(order.request.size, Size::Lots(_))
            && order.request.bracket.is_empty()
            && reason == Reason::CutToBuyingPower;
        if may_rest {
            let kind = OrderKind::Limit { limit };
            self.rewrite(Order {
                request: OrderRequest {
                    kind,
                    ..order.request
                },
                ..order
            });
        }
        may_rest
    }

    fn refuse_change(&mut self, id: OrderId, reason: Reason) {
        self.refuse(id, RecordKind::ModifyRefused, reason);
    }

    /// Writes down that what was asked of an order was not done.
    pub(super) fn refuse(&mut self, id: OrderId, kind: RecordKind, reason: Reason) {
        self.log.append(Record {
            reason: reason as u16,
            order: id.0,
            ..Record::new(self.step, self.time, kind)
        });
    }
}

/// A quantity replaces one in lots, filled part included; a share, a target and the size of a lot's
/// exit are not the order's to change.
fn new_size(order: &Order, quantity: Option<i64>) -> Result<Size, Reason> {
    match (quantity, order.request.size, order.request.lot) {
        (None, size, _) => Ok(size),
        (Some(quantity), Size::Lots(_), None) if quantity <= order.filled.abs() => {
            Err(Reason::BelowFilled)
        }
        (Some(quantity), Size::Lots(lots), None) => Ok(Size::Lots(quantity * lots.signum())),
        _ => Err(Reason::NotItsTerms),
    }
}

/// Only prices that the order has and that still count can be replaced.
fn new_kind(order: &Order, change: Change) -> Result<OrderKind, Reason> {
    use OrderKind::{Limit, LimitIfTouched, MarketIfTouched, Stop, StopLimit};
    let kind = order.request.kind;
    let has_stop = kind.stop().is_some() && !order.triggered;
    let has_limit = kind.limit().is_some();
    if change.stop.is_some() && !has_stop || change.limit.is_some() && !has_limit {
        return Err(Reason::NotItsTerms);
    }
    let at = |old: i64, new: Option<i64>| new.unwrap_or(old);
    Ok(match kind {
        Limit { limit } => Limit {
            limit: at(limit, change.limit),
        },
        Stop { stop } => Stop {
            stop: at(stop, change.stop),
        },
        StopLimit { stop, limit } => StopLimit {
            stop: at(stop, change.stop),
            limit: at(limit, change.limit),
        },
        MarketIfTouched { touch } => MarketIfTouched {
            touch: at(touch, change.stop),
        },
        LimitIfTouched { touch, limit } => LimitIfTouched {
            touch: at(touch, change.stop),
            limit: at(limit, change.limit),
        },
        other => other,
    })
}
