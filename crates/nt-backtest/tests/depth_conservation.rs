//! Any orders against any feed: quantities conserve, an order ends once, and neither the chunks in
//! which the feed arrives nor the steps of the clock change what happens.

use std::collections::BTreeMap;

use nt_backtest::{DepthReplay, Progress};
use nt_trading::{
    DepthEvent, DepthEventKind, DepthOrderKind, DepthOutcome, DepthReport, DepthSide, Latency,
    Liquidity, ProportionalQueue,
};
use proptest::prelude::*;

const LAST: i64 = 80;

#[derive(Clone, Copy, Debug)]
enum Action {
    Place(DepthSide, i64, i64, DepthOrderKind),
    Cancel(u32),
}

type Orders = BTreeMap<u32, (DepthSide, i64, i64, DepthOrderKind)>;

fn event() -> impl Strategy<Value = DepthEvent> {
    let kind = prop_oneof![10 => 0..2_u8, 4 => 2..4_u8, 1 => 4..6_u8];
    (0..=LAST / 2, kind, 95..106_i64, 0..20_i64).prop_map(|(time, kind, price, lots)| DepthEvent {
        time,
        kind: DepthEventKind::from_number(kind).unwrap(),
        price,
        lots,
    })
}

fn feed() -> impl Strategy<Value = Vec<DepthEvent>> {
    prop::collection::vec(event(), 1..120).prop_map(|mut events| {
        events.sort_by_key(|event| event.time);
        events
    })
}

fn action() -> impl Strategy<Value = (i64, Action)> {
    let side = prop::sample::select(vec![DepthSide::Bid, DepthSide::Ask]);
    let kind = prop_oneof![
        4 => Just(DepthOrderKind::PostOnly),
        1 => Just(DepthOrderKind::ImmediateOrCancel),
    ];
    let place = (side, 95..106_i64, 0..30_i64, kind)
        .prop_map(|(side, price, lots, kind)| Action::Place(side, price, lots, kind));
    let action = prop_oneof![2 => place, 1 => (1..12_u32).prop_map(Action::Cancel)];
    (0..LAST / 2, action)
}

/// Sends the actions off at their times, of a clock that halts every `step` nanoseconds besides.
fn run(
    feed: &[DepthEvent],
    actions: &[(i64, Action)],
    latency: Latency,
    (chunk, step): (usize, usize),
) -> (Orders, Vec<DepthReport>) {
    let mut replay = DepthReplay::new(ProportionalQueue { power: 2 }, latency, 0);
    let (mut orders, mut reports) = (Orders::new(), Vec::new());
    let mut chunks = feed.chunks(chunk);
    for time in 0..=LAST {
        let due = || actions.iter().filter(|(at, _)| *at == time);
        if time % step as i64 != 0 && due().next().is_none() {
            continue;
        }
        while replay.advance(time) == Progress::NeedsEvents {
            match chunks.next() {
                Some(events) => replay.append(events.iter().copied().map(Ok)).unwrap(),
                None => replay.end(),
            }
        }
        reports.extend(std::iter::from_fn(|| replay.next_report()));
        for (_, action) in due() {
            match *action {
                Action::Place(side, price, lots, kind) => {
                    orders.insert(
                        replay.place(side, price, lots, kind),
                        (side, price, lots, kind),
                    );
                }
                Action::Cancel(order) => replay.cancel(order),
            }
        }
    }
    (orders, reports)
}

/// Follows the reports: what is left of every order that is not over.
fn audit(orders: &Orders, reports: &[DepthReport]) -> BTreeMap<u32, i64> {
    let mut open: BTreeMap<u32, i64> = orders.iter().map(|(id, each)| (*id, each.2)).collect();
    for report in reports {
        let id = report.order;
        match report.outcome {
            DepthOutcome::CancelRefused(_) => {}
            DepthOutcome::Accepted => assert!(open.contains_key(&id)),
            DepthOutcome::Refused(_) => assert_eq!(open.remove(&id), Some(orders[&id].2)),
            DepthOutcome::Cancelled { left, .. } => assert_eq!(open.remove(&id), Some(left)),
            DepthOutcome::Filled {
                price,
                lots,
                left,
                liquidity,
            } => {
                check_price(&orders[&id], price, liquidity);
                assert!(lots > 0);
                assert_eq!(open[&id] - lots, left);
                open.insert(id, left);
                if left == 0 {
                    open.remove(&id);
                }
            }
        }
    }
    open
}

fn check_price(order: &(DepthSide, i64, i64, DepthOrderKind), price: i64, liquidity: Liquidity) {
    let (side, limit, _, kind) = *order;
    match kind {
        DepthOrderKind::PostOnly => assert_eq!((price, liquidity), (limit, Liquidity::Maker)),
        DepthOrderKind::ImmediateOrCancel => {
            assert_eq!(liquidity, Liquidity::Taker);
            assert!(match side {
                DepthSide::Bid => price <= limit,
                DepthSide::Ask => price >= limit,
            });
        }
    }
}

proptest! {
    #[test]
    fn quantities_conserve_whatever_the_chunks_and_steps(
        feed in feed(),
        actions in prop::collection::vec(action(), 0..16),
        (feed_latency, entry, response) in (0..6_i64, 0..6_i64, 0..6_i64),
        pace in (1..40_usize, 1..9_usize),
    ) {
        let latency = Latency::new(feed_latency, entry, response).unwrap();
        let (orders, reports) = run(&feed, &actions, latency, (feed.len(), 1));
        let open = audit(&orders, &reports);
        prop_assert!(open.values().all(|left| *left > 0));
        prop_assert!(reports.is_sorted_by_key(|report| report.time));
        let (_, others) = run(&feed, &actions, latency, pace);
        prop_assert_eq!(others, reports);
    }
}
