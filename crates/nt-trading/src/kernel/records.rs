//! Orders as the event log states them.

use nt_core::Money;

use crate::{
    Level, OrderId, OrderKind, OrderRequest, Reason, Record, RecordKind, Size, TimeInForce, Trail,
};

/// What a submission record has no room for, where there is any of it.
pub(super) fn terms_record(
    (step, time): (u32, i64),
    id: OrderId,
    request: &OrderRequest,
) -> Option<Record> {
    if !needs_terms(request) {
        return None;
    }
    let detail = request.kind.code()
        | (time_code(request.time_in_force) << 4)
        | (u8::from(request.post_only) << 7);
    let group = i128::from(request.oco.unwrap_or_default());
    let parent = i128::from(request.parent.map_or(0, |parent| parent.0));
    let display = i128::from(request.display.unwrap_or_default());
    Some(Record {
        detail,
        instrument: request.instrument,
        order: id.0,
        quantity: match request.time_in_force {
            TimeInForce::GoodTilTime(end) => end,
            _ => 0,
        },
        price: match request.kind {
            OrderKind::TrailingStopLimit { offset, .. } => offset,
            _ => 0,
        },
        stop: match request.kind.trail() {
            None => 0,
            Some(Trail::Ticks(ticks)) => ticks,
            Some(Trail::Share(share)) => -share.raw(),
        },
        money: Money::from_raw(group | (parent << 32) | (display << 64)),
        ..Record::new(step, time, RecordKind::OrderTerms)
    })
}

fn needs_terms(request: &OrderRequest) -> bool {
    request.kind.code() > 3
        || time_code(request.time_in_force) > 3
        || request.post_only
        || request.display.is_some()
        || request.oco.is_some()
        || request.parent.is_some()
}

const fn time_code(time_in_force: TimeInForce) -> u8 {
    match time_in_force {
        TimeInForce::GoodTilCancelled => 0,
        TimeInForce::Day => 1,
        TimeInForce::ImmediateOrCancel => 2,
        TimeInForce::FillOrKill => 3,
        TimeInForce::GoodTilTime(_) => 4,
        TimeInForce::AtOpen => 5,
        TimeInForce::AtClose => 6,
    }
}

pub(super) fn submission_record(
    (step, time): (u32, i64),
    kind: RecordKind,
    id: OrderId,
    request: &OrderRequest,
    reason: Option<Reason>,
) -> Record {
    let (size_kind, quantity) = match request.size {
        Size::Lots(lots) => (0_u8, lots),
        Size::Share(share) => (1, share.raw()),
        Size::TargetLots(lots) => (2, lots),
        Size::TargetShare(share) => (3, share.raw()),
    };
    let has_terms = needs_terms(request);
    let kind_and_time = if has_terms {
        0
    } else {
        request.kind.code() | (time_code(request.time_in_force) << 4)
    };
    let detail = kind_and_time
        | (size_kind << 2)
        | (u8::from(request.reduce_only) << 6)
        | (u8::from(has_terms) << 7);
    Record {
        detail,
        reason: reason.map_or(0, |reason| reason as u16),
        instrument: request.instrument,
        order: id.0,
        quantity,
        price: request.kind.limit().unwrap_or_default(),
        stop: request.kind.stop().unwrap_or_default(),
        money: Money::from_raw(request.lot.map_or(0, |lot| i128::from(lot.0))),
        ..Record::new(step, time, kind)
    }
}

/// Levels at a price as positive ticks, shares of the fill price as negative trillionths.
pub(super) fn bracket_record(
    (step, time): (u32, i64),
    id: OrderId,
    request: &OrderRequest,
) -> Record {
    let encode = |level: Option<Level>| match level {
        None => 0,
        Some(Level::Price(ticks)) => ticks,
        Some(Level::Share(share)) => -share.raw(),
    };
    Record {
        instrument: request.instrument,
        order: id.0,
        price: encode(request.bracket.take_profit),
        stop: encode(request.bracket.stop_loss),
        ..Record::new(step, time, RecordKind::ExitsAttached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detail(request: &OrderRequest) -> u8 {
        submission_record(
            (0, 0),
            RecordKind::OrderSubmitted,
            OrderId(1),
            request,
            None,
        )
        .detail
    }

    #[test]
    fn a_submission_without_terms_says_kind_size_and_time_in_one_byte() {
        let request = OrderRequest {
            kind: OrderKind::StopLimit { stop: 3, limit: 4 },
            time_in_force: TimeInForce::Day,
            reduce_only: true,
            ..OrderRequest::market(0, Size::TargetLots(2))
        };
        assert_eq!(detail(&request), 0b0101_1011);
        assert_eq!(terms_record((0, 0), OrderId(1), &request), None);
    }

    #[test]
    fn terms_hold_what_the_submission_leaves_out() {
        let request = OrderRequest {
            kind: OrderKind::TrailingStopLimit {
                trail: Trail::Ticks(7),
                offset: 2,
            },
            time_in_force: TimeInForce::GoodTilTime(99),
            oco: Some(u32::MAX),
            parent: Some(OrderId(5)),
            ..OrderRequest::market(0, Size::Lots(2))
        };
        assert_eq!(detail(&request), 0b1000_0000);
        let terms = terms_record((0, 0), OrderId(1), &request).unwrap();
        assert_eq!(terms.order_kind(), "trailing-stop-limit");
        assert_eq!((terms.quantity, terms.price, terms.stop), (99, 2, 7));
        assert_eq!((terms.group(), terms.parent()), (u32::MAX, 5));
        assert!(!terms.is_post_only());
    }
}
