//! Small situations of orders in a book, written as data in `crates/testdata/depth-situations.json`:
//! what the exchange reports, and when it is seen.
//!
//! Times are nanoseconds from the start, prices ticks and quantities lots, so that the table can be
//! checked by hand. The clock goes on by one nanosecond at a time; actions of a time follow what is
//! seen then. A report is the exchange's time, the time it is seen, the order and what happened.

use nt_backtest::{DepthReplay, Progress};
use nt_trading::{
    DepthEvent, DepthEventKind, DepthLevel, DepthOrderKind, DepthOutcome, DepthReport, DepthSide,
    FifoQueue, Latency, Liquidity, ProportionalQueue, QueueRule,
};
use serde::Deserialize;

const LAST: i64 = 20;

#[derive(Deserialize)]
struct Table {
    /// The events of time 0 with which every situation begins.
    book: Vec<Event>,
    situations: Vec<Situation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    name: String,
    /// Feed, entry and response.
    #[serde(default)]
    latency: [i64; 3],
    /// 0 for first in, first out, else the exponent of the proportional queue.
    #[serde(default)]
    queue: u32,
    events: Vec<Event>,
    actions: Vec<Action>,
    reports: Vec<Report>,
    /// Times, and the best bid and ask that are seen then.
    #[serde(default)]
    views: Vec<(i64, Option<i64>, Option<i64>)>,
}

#[derive(Clone, Deserialize)]
struct Event(i64, String, i64, i64);

#[derive(Deserialize)]
#[serde(untagged)]
enum Action {
    Place(i64, String, i64, i64),
    Cancel(i64, String, u32),
}

#[derive(Debug, Deserialize, PartialEq)]
struct Report(i64, i64, u32, String);

type Replay = DepthReplay<QueueRule>;

#[test]
fn every_situation_ends_as_written() {
    let table = table();
    for situation in &table.situations {
        let events = [&table.book[..], &situation.events[..]].concat();
        for chunk in [events.len(), 1] {
            let reports = run(situation, &events, chunk);
            assert_eq!(reports, situation.reports, "{}", situation.name);
        }
    }
}

#[test]
fn every_situation_has_its_own_name() {
    let mut names: Vec<_> = table()
        .situations
        .into_iter()
        .map(|each| each.name)
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

fn table() -> Table {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../testdata/depth-situations.json"
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Runs a situation, its events appended in chunks of a length, and gives the reports as seen.
fn run(situation: &Situation, events: &[Event], chunk: usize) -> Vec<Report> {
    let [feed, entry, response] = situation.latency;
    let latency = Latency::new(feed, entry, response).unwrap();
    let queue = match situation.queue {
        0 => QueueRule::Fifo(FifoQueue),
        power => QueueRule::Proportional(ProportionalQueue { power }),
    };
    let mut replay = DepthReplay::new(queue, latency, 0);
    let mut chunks = events.chunks(chunk);
    let mut seen = Vec::new();
    for time in 0..=LAST {
        reach(&mut replay, time, &mut chunks);
        while let Some(report) = replay.next_report() {
            seen.push(Report(report.time, time, report.order, text(&report)));
        }
        check_view(situation, &replay);
        act(situation, &mut replay);
    }
    seen
}

fn reach<'a>(replay: &mut Replay, time: i64, chunks: &mut impl Iterator<Item = &'a [Event]>) {
    while replay.advance(time) == Progress::NeedsEvents {
        match chunks.next() {
            Some(events) => replay
                .append(events.iter().map(|each| Ok(event(each))))
                .unwrap(),
            None => replay.end(),
        }
    }
    assert_eq!(replay.now(), time);
}

fn check_view(situation: &Situation, replay: &Replay) {
    let price = |side| {
        replay
            .view()
            .best(side)
            .map(|level: DepthLevel| level.price)
    };
    let best = (price(DepthSide::Bid), price(DepthSide::Ask));
    for (time, bid, ask) in &situation.views {
        let here = *time == replay.now();
        assert!(
            !here || best == (*bid, *ask),
            "view at {time}: {}",
            situation.name
        );
    }
}

fn act(situation: &Situation, replay: &mut Replay) {
    for action in &situation.actions {
        match action {
            Action::Place(time, what, price, lots) if *time == replay.now() => {
                let (side, kind) = match what.as_str() {
                    "buy" => (DepthSide::Bid, DepthOrderKind::PostOnly),
                    "sell" => (DepthSide::Ask, DepthOrderKind::PostOnly),
                    "take buy" => (DepthSide::Bid, DepthOrderKind::ImmediateOrCancel),
                    "take sell" => (DepthSide::Ask, DepthOrderKind::ImmediateOrCancel),
                    other => panic!("no such action: {other}"),
                };
                replay.place(side, *price, *lots, kind);
            }
            Action::Cancel(time, what, order) if *time == replay.now() => {
                assert_eq!(what, "cancel");
                replay.cancel(*order);
            }
            _ => {}
        }
    }
}

fn event(Event(time, what, price, lots): &Event) -> DepthEvent {
    let kind = match what.as_str() {
        "bid" => DepthEventKind::BidLevel,
        "ask" => DepthEventKind::AskLevel,
        "bought" => DepthEventKind::BuyTrade,
        "sold" => DepthEventKind::SellTrade,
        "clear bids" => DepthEventKind::ClearBids,
        "clear asks" => DepthEventKind::ClearAsks,
        other => panic!("no such event: {other}"),
    };
    DepthEvent {
        time: *time,
        kind,
        price: *price,
        lots: *lots,
    }
}

fn text(report: &DepthReport) -> String {
    match report.outcome {
        DepthOutcome::Accepted => "accepted".to_owned(),
        DepthOutcome::Refused(reason) => format!("refused {reason}"),
        DepthOutcome::Filled {
            price,
            lots,
            left,
            liquidity,
        } => {
            let role = match liquidity {
                Liquidity::Maker => "maker",
                Liquidity::Taker => "taker",
            };
            format!("filled {lots} @ {price} {role}, {left} left")
        }
        DepthOutcome::Cancelled { left, reason } => format!("cancelled {left} {reason}"),
        DepthOutcome::CancelRefused(reason) => format!("cancel refused {reason}"),
    }
}
