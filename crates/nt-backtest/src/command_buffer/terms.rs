//! What an order is, read from the slots of a command.

use nt_core::{Instrument, Rate, Scale};
use nt_trading::{OrderKind, Size, TimeInForce, Trail};

use super::slot;

/// NaN is what was not given.
pub(super) fn given(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

/// Units become whole lots towards zero; the digits of the float decide, not its binary tail.
pub(super) fn size(slots: &[f64], instrument: &Instrument) -> Option<Size> {
    let value = slots[slot::SIZE];
    let scale = instrument.quantity_scale();
    let lots = || scale.to_integer_floor(value.abs()) * value.signum() as i64;
    match slots[slot::SIZE_KIND] as u8 {
        0 => Some(Size::Lots(lots())),
        1 => Rate::from_f64(value).map(Size::Share),
        2 => Some(Size::TargetLots(lots())),
        3 => Rate::from_f64(value).map(Size::TargetShare),
        _ => None,
    }
}

pub(super) const fn kind(limit: Option<i64>, stop: Option<i64>) -> OrderKind {
    match (stop, limit) {
        (None, None) => OrderKind::Market,
        (None, Some(limit)) => OrderKind::Limit { limit },
        (Some(stop), None) => OrderKind::Stop { stop },
        (Some(stop), Some(limit)) => OrderKind::StopLimit { stop, limit },
    }
}

pub(super) fn kind_with_terms(kind: OrderKind, slots: &[f64], scale: Scale) -> OrderKind {
    let ticks = |slot: usize| given(slots[slot]).map(|price| scale.to_integer(price));
    let share = || {
        given(slots[slot::TRAIL_SHARE])
            .and_then(Rate::from_f64)
            .map(Trail::Share)
    };
    let trail = ticks(slot::TRAIL).map(Trail::Ticks).or_else(share);
    match (trail, ticks(slot::TRAIL_LIMIT), ticks(slot::TOUCH)) {
        (Some(trail), Some(offset), _) => OrderKind::TrailingStopLimit { trail, offset },
        (Some(trail), None, _) => OrderKind::TrailingStop { trail },
        (None, _, Some(touch)) => match kind.limit() {
            Some(limit) => OrderKind::LimitIfTouched { touch, limit },
            None => OrderKind::MarketIfTouched { touch },
        },
        _ if slots[slot::TO_LIMIT] == 1.0 => OrderKind::MarketToLimit,
        _ => kind,
    }
}

/// Milliseconds, as JavaScript has them, to nanoseconds; they are whole and exact in a float.
pub(super) const fn good_til(milliseconds: f64) -> TimeInForce {
    TimeInForce::GoodTilTime((milliseconds as i64).saturating_mul(1_000_000))
}

pub(super) const fn time_in_force(code: f64) -> TimeInForce {
    match code as u8 {
        1 => TimeInForce::Day,
        2 => TimeInForce::ImmediateOrCancel,
        3 => TimeInForce::FillOrKill,
        5 => TimeInForce::AtOpen,
        6 => TimeInForce::AtClose,
        _ => TimeInForce::GoodTilCancelled,
    }
}
