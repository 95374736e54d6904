//! Runs a situation through the kernel and reads from the log what happened.

use std::collections::BTreeMap;

use nt_core::{Instrument, Scale};
use nt_trading::{Change, Command, Event, Kernel, OrderId, Reason, Record, RecordKind};

use crate::table::{AtEnd, NANOS_PER_HOUR, QuoteSituation, Tick};

pub fn run(situation: &QuoteSituation) -> Kernel {
    let whole = Scale::new(0).unwrap();
    let instrument = Instrument::new("X.XNAS", whole, whole);
    let mut kernel = Kernel::new(situation.config(), vec![instrument]).unwrap();
    for (step, &tick) in situation.ticks.iter().enumerate() {
        let time = step as i64 * situation.hours_per_step * NANOS_PER_HOUR;
        kernel.apply(Event::Step {
            step: step as u32,
            time,
        });
        for fill in given(situation, &kernel, tick) {
            kernel.apply(Event::Command(fill));
        }
        kernel.apply(event(tick));
        kernel.apply(Event::StepClosed);
        for command in commands(situation, step) {
            kernel.apply(Event::Command(command));
        }
    }
    if matches!(situation.at_end, Some(AtEnd::CloseAtLastPrice)) {
        kernel.close_at_last_price(0);
    }
    kernel
}

/// The fills that the model of a situation gives on a tick.
fn given(situation: &QuoteSituation, kernel: &Kernel, tick: Tick) -> Vec<Command> {
    let Some(model) = situation.model else {
        return Vec::new();
    };
    let asked = match tick {
        Tick::Quote(row) => kernel.fillable_at_quote(0, &row.quote()),
        Tick::Trade(price, _) => kernel.fillable_at_trade(0, price),
    };
    asked
        .iter()
        .filter_map(|fillable| {
            let (price, lots) = model.answer(fillable, tick)?;
            let order = fillable.order;
            Some(Command::Fill { order, price, lots })
        })
        .collect()
}

const fn event(tick: Tick) -> Event {
    match tick {
        Tick::Quote(row) => Event::Quote {
            instrument: 0,
            quote: row.quote(),
        },
        Tick::Trade(price, lots) => Event::Trade {
            instrument: 0,
            price,
            lots,
        },
    }
}

fn commands(situation: &QuoteSituation, step: usize) -> Vec<Command> {
    let orders = situation.orders.iter().filter(|order| order.step == step);
    let modifies = situation.modifies.iter().filter(|new| new.step == step);
    let cancels = situation.cancels.iter().filter(|old| old.step == step);
    orders
        .map(|order| Command::Submit(order.request()))
        .chain(modifies.map(|new| Command::Modify {
            order: OrderId(new.order),
            change: Change {
                quantity: new.quantity,
                limit: new.limit,
                stop: new.stop,
            },
        }))
        .chain(cancels.map(|old| Command::Cancel(OrderId(old.order))))
        .collect()
}

fn records(kernel: &Kernel) -> impl Iterator<Item = Record> {
    kernel.log().records().map(Result::unwrap)
}

pub fn fills(kernel: &Kernel) -> Vec<(usize, u32, i64, i64)> {
    records(kernel)
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| (fill.step as usize, fill.order, fill.quantity, fill.price))
        .collect()
}

/// The last status of every order, in order of submission.
pub fn ends(kernel: &Kernel) -> Vec<(u32, String)> {
    let mut ends = BTreeMap::<u32, String>::new();
    for record in records(kernel) {
        let status = match record.kind {
            RecordKind::OrderSubmitted => "WORKING",
            RecordKind::OrderDenied => "DENIED",
            RecordKind::OrderFilled if record.completes_order() => "FILLED",
            RecordKind::OrderFilled => "PARTLY_FILLED",
            RecordKind::OrderCancelled => "CANCELLED",
            RecordKind::OrderExpired => "EXPIRED",
            _ => continue,
        };
        let reason = Reason::from_number(record.reason);
        let text = reason.map_or(status.to_owned(), |reason| format!("{status} {reason}"));
        ends.insert(record.order, text);
    }
    ends.into_iter().collect()
}
