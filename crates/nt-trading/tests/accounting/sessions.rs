//! Flows whose instruments trade in sessions, and what holds of orders for them.

use std::collections::BTreeMap;

use nt_trading::{
    Event, Kernel, Record, RecordKind, Schedule, SessionColumns, SessionPlace, Sessions, TickBar,
};
use proptest::prelude::*;

use crate::audit::{events, records};
use crate::flow::{Flow, Step};

const HOUR: i64 = 3_600 * 1_000_000_000;
/// More days than a flow has.
const DAYS: i64 = 6;

/// Where the bar of a step and instrument stands.
pub type Places = BTreeMap<(u32, u32), SessionPlace>;

/// Sessions of some hours a day, overnight ones among them; bars that nobody described; bars that are
/// sessions.
pub fn any_sessions() -> impl Strategy<Value = Sessions> {
    prop_oneof![
        4 => schedule().prop_map(Sessions::Scheduled),
        1 => Just(Sessions::Unknown),
        1 => Just(Sessions::EveryBar),
    ]
}

fn schedule() -> impl Strategy<Value = Schedule> {
    let hours = (-12_i64..12, 1_i64..=24);
    let cutoffs = [0_i64..8, 0_i64..8];
    let bar_length = prop::sample::select(vec![1, HOUR, 6 * HOUR]);
    (hours, cutoffs, bar_length, any::<bool>()).prop_map(
        |((opens, lasts), [at_open, at_close], bar_length, extended_hours)| {
            let open: Vec<i64> = (-1..DAYS).map(|day| (day * 24 + opens) * HOUR).collect();
            let close: Vec<i64> = open.iter().map(|time| time + lasts * HOUR).collect();
            let before = |times: &[i64], hours: i64| -> Vec<i64> {
                times.iter().map(|time| time - hours * HOUR).collect()
            };
            let columns = SessionColumns {
                open_entry: before(&open, at_open),
                open_change: before(&open, at_open + 1),
                close_entry: before(&close, at_close),
                close_change: before(&close, at_close + 1),
                open,
                close,
            };
            Schedule::new(columns, bar_length, extended_hours).unwrap()
        },
    )
}

/// Runs a flow by these sessions and calls `check` after each event with the last prices.
pub fn run(
    flow: &Flow,
    sessions: &[Sessions],
    mut check: impl FnMut(&Kernel, &[Option<i64>]),
) -> (Kernel, Places) {
    let kernel = Kernel::new(flow.config.clone(), flow.instruments.clone()).unwrap();
    let mut kernel = kernel.with_sessions(sessions.to_vec());
    let mut last_price = vec![None; flow.instruments.len()];
    let mut places = Places::new();
    for (number, step) in flow.steps.iter().enumerate() {
        for event in events(number, step) {
            if let Event::Bar {
                instrument,
                bar: TickBar { close, .. },
            } = event
            {
                let place = place_of(flow, &sessions[instrument as usize], instrument, number);
                kernel.apply(Event::Session(place));
                places.insert((number as u32, instrument), place);
                last_price[instrument as usize] = Some(close);
            }
            kernel.apply(event);
            check(&kernel, &last_price);
        }
    }
    (kernel, places)
}

fn place_of(flow: &Flow, sessions: &Sessions, instrument: u32, number: usize) -> SessionPlace {
    let Sessions::Scheduled(schedule) = sessions else {
        return SessionPlace::WHOLE;
    };
    let has_bar = |at: &usize| flow.steps[*at].bars[instrument as usize].is_some();
    let before = (0..number).rev().find(has_bar).map(Step::time);
    let after = (number + 1..flow.steps.len()).find(has_bar).map(Step::time);
    let time = Step::time(number);
    schedule.place(schedule.session_of_bar(time, 0), time, (before, after))
}

#[derive(Clone, Copy, PartialEq)]
enum Good {
    Day,
    AtOpen,
    AtClose,
    Other,
}

/// Time in force as the records of an order have it: its terms, where there are some.
fn good(record: &Record) -> Good {
    let bits = match record.kind {
        RecordKind::OrderTerms => 7,
        _ => 3,
    };
    match record.detail >> 4 & bits {
        1 => Good::Day,
        5 => Good::AtOpen,
        6 => Good::AtClose,
        _ => Good::Other,
    }
}

/// Orders at the open or close fill on a bar that opens or closes its session; a DAY order fills in
/// the session that was to come, or was on, when it began to work.
pub fn orders_keep_to_their_session(kernel: &Kernel, sessions: &[Sessions], places: &Places) {
    let mut orders = BTreeMap::new();
    for record in records(kernel) {
        match record.kind {
            RecordKind::OrderSubmitted | RecordKind::OrderTerms | RecordKind::OrderReleased => {
                let known = orders.get(&record.order).map(|&(good, _)| good);
                let good = match record.kind {
                    RecordKind::OrderReleased => known.expect("it was submitted"),
                    _ => good(&record),
                };
                orders.insert(record.order, (good, record.time));
            }
            RecordKind::OrderFilled => {
                let (good, since) = orders[&record.order];
                keeps_to(&record, (good, since), sessions, places);
            }
            _ => {}
        }
    }
}

fn keeps_to(fill: &Record, (good, since): (Good, i64), sessions: &[Sessions], places: &Places) {
    let sessions = &sessions[fill.instrument as usize];
    let place = places.get(&(fill.step, fill.instrument)).copied();
    match (good, sessions) {
        (Good::AtOpen | Good::AtClose, Sessions::Unknown) => panic!("{fill:?} has no session"),
        (Good::AtOpen, _) => assert!(place.is_some_and(|place| place.opens), "{fill:?}"),
        (Good::AtClose, _) => assert!(place.is_some_and(|place| place.closes), "{fill:?}"),
        (Good::Day, Sessions::Scheduled(schedule)) => {
            let own = schedule.session_of_order(since);
            let number = place.and_then(|place| place.number);
            // At the close it was given at, where the fill policy says so, an order has no bar.
            assert!(
                number.is_none_or(|number| number <= own),
                "{fill:?} of {own}"
            );
        }
        _ => {}
    }
}

/// Outside of its sessions nothing fills but what closes a ruined account.
pub fn nothing_fills_outside(kernel: &Kernel, places: &Places) {
    let records = records(kernel);
    let ruined = records
        .iter()
        .find(|record| record.kind == RecordKind::Ruined);
    for fill in records
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
    {
        let place = places.get(&(fill.step, fill.instrument));
        let closes_all = ruined.is_some_and(|ruin| ruin.step == fill.step);
        assert!(
            closes_all || place.is_none_or(|place| place.trades),
            "{fill:?}"
        );
    }
}
