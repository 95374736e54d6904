//! What the listing of an instrument demands of an order: prices on its tick, quantities of whole
//! lots and of some size, and an end of trading.

use nt_core::{Instrument, InstrumentTerms, Money};

use super::{Situation, price_of};
use crate::{OrderKind, OrderRequest, Reason, Size, Trail};

pub(super) fn check(request: &OrderRequest, situation: &Situation<'_>) -> Result<(), Reason> {
    let instrument = &situation.ledger.instruments()[request.instrument as usize];
    let Some(terms) = instrument.terms() else {
        return Ok(());
    };
    if terms.expiry.is_some_and(|end| situation.time >= end) {
        return Err(Reason::InstrumentExpired);
    }
    if prices_of(request).any(|price| price % terms.tick_size != 0) {
        return Err(Reason::PriceOffTick);
    }
    let Size::Lots(lots) = request.size else {
        return Ok(());
    };
    if situation.is_held {
        return Ok(());
    }
    let held = situation.held;
    let price = request.kind.limit().or(situation.last_price);
    check_size(instrument, (lots, held), price, request.reduce_only)
}

/// The demands on a quantity. What closes a position whole, or can only reduce it, may be as small as
/// it is, so that nothing is stuck.
pub(crate) fn check_size(
    instrument: &Instrument,
    (lots, held): (i64, i64),
    price: Option<i64>,
    reduce_only: bool,
) -> Result<(), Reason> {
    let Some(terms) = instrument.terms() else {
        return Ok(());
    };
    if lots % terms.lot_size != 0 {
        return Err(Reason::QuantityOffLot);
    }
    let reduces = reduce_only && lots.unsigned_abs() <= held.unsigned_abs();
    if reduces || lots == -held {
        return Ok(());
    }
    if lots.saturating_abs() < terms.min_quantity {
        return Err(Reason::BelowMinQuantity);
    }
    check_notional(instrument, terms, lots, price)
}

fn check_notional(
    instrument: &Instrument,
    terms: &InstrumentTerms,
    lots: i64,
    price: Option<i64>,
) -> Result<(), Reason> {
    if terms.min_notional == Money::ZERO {
        return Ok(());
    }
    let price = price.ok_or(Reason::NoPrice)?;
    if super::is_in_range(instrument, lots, price)
        && instrument.notional(price, lots).abs() < terms.min_notional
    {
        return Err(Reason::BelowMinNotional);
    }
    Ok(())
}

/// Every price and distance of prices that the request states.
fn prices_of(request: &OrderRequest) -> impl Iterator<Item = i64> {
    let distance = match request.kind.trail() {
        Some(Trail::Ticks(ticks)) => Some(ticks),
        _ => None,
    };
    let offset = match request.kind {
        OrderKind::TrailingStopLimit { offset, .. } => Some(offset),
        _ => None,
    };
    [
        request.kind.stop(),
        request.kind.limit(),
        price_of(request.bracket.stop_loss),
        price_of(request.bracket.take_profit),
        distance,
        offset,
    ]
    .into_iter()
    .flatten()
}
