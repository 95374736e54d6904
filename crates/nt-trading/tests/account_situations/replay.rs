//! Runs a situation through the kernel and reads from the log what happened.

use std::collections::BTreeMap;

use nt_core::{Instrument, NANOS_PER_DAY, Scale};
use nt_trading::{
    Command, Event, Kernel, OrderKind, OrderRequest, Quote, Reason, Record, RecordKind, Size,
    State, TickBar, describe,
};

use crate::{Given, Prices, Situation};

/// What tells of the prices of a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    Bars,
    /// Bid and ask at the one price of each bar, of a size that nobody knows.
    Quotes,
}

/// 1 January 2024, a Monday.
const FIRST_DAY: f64 = 19_723.0;

/// Runs a situation; after every event the state that its log comes to is the live one.
pub fn run(situation: &Situation, feed: Feed) -> Kernel {
    let whole = Scale::new(0).unwrap();
    let ids: Vec<String> = situation.bars.keys().cloned().collect();
    let instruments = ids.iter().map(|id| Instrument::new(id, whole, whole));
    let config = situation.options.config(&ids);
    let mut kernel = Kernel::new(config, instruments.collect()).unwrap();
    let steps = situation.bars.values().next().unwrap().len();
    for step in 0..steps {
        for event in events_of(situation, step, feed) {
            kernel.apply(event);
            assert_rebuilt(&kernel, &ids);
        }
    }
    kernel
}

fn events_of(situation: &Situation, step: usize, feed: Feed) -> Vec<Event> {
    let day = situation
        .days
        .as_ref()
        .map_or(step as f64, |days| days[step]);
    let begins = Event::Step {
        step: step as u32,
        time: ((FIRST_DAY + day) * NANOS_PER_DAY as f64) as i64,
    };
    let bars = situation.bars.values().enumerate();
    let bars = bars.filter_map(|(instrument, bars)| {
        let bar = bars[step].map(bar)?;
        let instrument = instrument as u32;
        Some(match feed {
            Feed::Bars => Event::Bar { instrument, bar },
            Feed::Quotes => Event::Quote {
                instrument,
                quote: at(bar.close),
            },
        })
    });
    let taken_back = situation.cancel_all.iter().filter(|at| **at == step);
    let taken_back = taken_back.map(|_| Command::CancelAll { instrument: 0 });
    let orders = situation.orders.iter().filter(|order| order.step == step);
    let orders = orders.map(|order| Command::Submit(request(order, situation)));
    [begins]
        .into_iter()
        .chain(bars)
        .chain([Event::StepClosed])
        .chain(orders.chain(taken_back).map(Event::Command))
        .collect()
}

fn bar(prices: Prices) -> TickBar {
    let [open, high, low, close] = match prices {
        Prices::One(price) => [price; 4],
        Prices::Four(prices) => prices,
    };
    TickBar {
        open,
        high,
        low,
        close,
    }
}

fn at(price: i64) -> Quote {
    Quote {
        bid: Some(price),
        ask: Some(price),
        ..Quote::default()
    }
}

fn request(order: &Given, situation: &Situation) -> OrderRequest {
    let named = order.instrument.as_ref();
    let instrument = named.map_or(0, |id| {
        situation.bars.keys().position(|it| it == id).unwrap()
    });
    OrderRequest {
        kind: order
            .limit
            .map_or(OrderKind::Market, |limit| OrderKind::Limit { limit }),
        reduce_only: order.reduce_only,
        ..OrderRequest::market(instrument as u32, Size::Lots(order.lots))
    }
}

fn assert_rebuilt(kernel: &Kernel, ids: &[String]) {
    let state = State::of(kernel.log(), ids.to_vec()).unwrap();
    let (rebuilt, live) = (state.ledger(), kernel.ledger());
    assert_eq!(rebuilt.cash(), live.cash());
    assert_eq!(rebuilt.interest(), live.interest());
    assert_eq!(rebuilt.borrow_fees(), live.borrow_fees());
    assert_eq!(rebuilt.unsettled_cash(), live.unsettled_cash());
    assert!(rebuilt.foreign_cash().eq(live.foreign_cash()));
    for instrument in 0..ids.len() as u32 {
        assert_eq!(rebuilt.position(instrument), live.position(instrument));
    }
    assert_eq!(state.margin_status(), kernel.margin_status());
    assert_eq!(State::from_bytes(&state.to_bytes()).unwrap(), state);
}

fn records(kernel: &Kernel) -> impl Iterator<Item = Record> {
    kernel.log().records().map(Result::unwrap)
}

/// What happens to the account beside orders and fills.
pub fn events(kernel: &Kernel) -> Vec<(u32, String, String)> {
    let of_account = |record: &Record| {
        record.kind == RecordKind::Ruined || record.kind as u8 >= RecordKind::MarginWarning as u8
    };
    records(kernel)
        .filter(of_account)
        .map(|record| {
            let told = describe(&record, kernel.ledger().instruments());
            (record.step, told.event.to_owned(), told.money)
        })
        .collect()
}

pub fn fills(kernel: &Kernel, situation: &Situation) -> Vec<(u32, String, i64, i64)> {
    let ids: Vec<_> = situation.bars.keys().collect();
    records(kernel)
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| {
            let id = ids[fill.instrument as usize].clone();
            (fill.step, id, fill.quantity, fill.price)
        })
        .collect()
}

/// The last status of every order, in order of submission, with the reason of its submission or end.
pub fn ends(kernel: &Kernel) -> Vec<String> {
    let mut ends = BTreeMap::<u32, (&str, Option<Reason>)>::new();
    for record in records(kernel) {
        let status = match record.kind {
            RecordKind::OrderSubmitted => "WORKING",
            RecordKind::OrderDenied => "DENIED",
            RecordKind::OrderFilled if record.completes_order() => "FILLED",
            RecordKind::OrderCancelled => "CANCELLED",
            RecordKind::OrderExpired => "EXPIRED",
            _ => continue,
        };
        let before = ends.get(&record.order).and_then(|(_, reason)| *reason);
        let reason = Reason::from_number(record.reason).or(before);
        ends.insert(record.order, (status, reason));
    }
    ends.into_values()
        .map(|(status, reason)| {
            reason.map_or(status.to_owned(), |reason| format!("{status} {reason}"))
        })
        .collect()
}
