//! Runs a situation through the kernel and reads from the log what happened.

use std::collections::BTreeMap;

use nt_core::{Instrument, Scale};
use nt_trading::{
    Change, Command, Event, ExitMove, Kernel, OrderId, Reason, Record, RecordKind, SessionPlace,
};

use crate::table::{AtEnd, End, Fill, NANOS_PER_HOUR, Situation};

pub fn run(situation: &Situation) -> Kernel {
    let whole = Scale::new(0).unwrap();
    let instrument = Instrument::new("X.XNAS", whole, whole);
    let mut kernel = Kernel::new(situation.config.config(), vec![instrument]).unwrap();
    for step in 0..situation.bars.len() {
        close_bar(&mut kernel, situation, step);
        for command in commands(situation, step) {
            kernel.apply(Event::Command(command));
        }
    }
    end(&mut kernel, situation);
    kernel
}

fn close_bar(kernel: &mut Kernel, situation: &Situation, step: usize) {
    let time = step as i64 * situation.hours_per_step * NANOS_PER_HOUR;
    kernel.apply(Event::Step {
        step: step as u32,
        time,
    });
    let actions = situation.actions.iter();
    for action in actions.filter(|action| action.step == step) {
        kernel.apply(action.event());
    }
    if let Some(part) = situation.sessions.iter().find(|part| part.step == step) {
        kernel.apply(Event::Session(SessionPlace {
            opens: part.opens,
            closes: part.closes,
            ..SessionPlace::WHOLE
        }));
    }
    if let Some(&lots) = situation.volumes.get(step) {
        kernel.apply(Event::Volume {
            instrument: 0,
            lots,
        });
    }
    let bar = situation.bar(step);
    if let Some(quote) = situation.quotes.get(step) {
        let [bid, ask] = quote.unwrap_or([bar.close; 2]);
        kernel.apply(Event::BidAsk {
            instrument: 0,
            bid,
            ask,
        });
    }
    kernel.apply(Event::Bar { instrument: 0, bar });
    kernel.apply(Event::StepClosed);
}

fn commands(situation: &Situation, step: usize) -> Vec<Command> {
    let orders = situation.orders.iter().filter(|order| order.step == step);
    let exits = situation.exits.iter().filter(|exits| exits.step == step);
    let modifies = situation.modifies.iter().filter(|new| new.step == step);
    let cancels = situation
        .cancels
        .iter()
        .filter(|cancel| cancel.step == step);
    orders
        .map(|order| Command::Submit(order.request()))
        .chain(exits.map(|exits| Command::SetExits {
            instrument: 0,
            lot: OrderId(exits.lot),
            stop_loss: exits.stop_loss.map_or(ExitMove::Remove, ExitMove::To),
            take_profit: exits.take_profit.map_or(ExitMove::Remove, ExitMove::To),
        }))
        .chain(modifies.map(|new| Command::Modify {
            order: OrderId(new.order),
            change: Change {
                quantity: new.quantity,
                limit: new.limit,
                stop: new.stop,
            },
        }))
        .chain(cancels.map(|cancel| Command::Cancel(OrderId(cancel.order))))
        .collect()
}

fn end(kernel: &mut Kernel, situation: &Situation) {
    match situation.at_end {
        None => {}
        Some(AtEnd::CloseAtLastPrice) => kernel.close_at_last_price(0),
        Some(AtEnd::CloseLotsAtLastOpen) => {
            kernel.close_lots(0);
            close_bar(kernel, situation, situation.bars.len() - 1);
        }
    }
}

fn records(kernel: &Kernel) -> impl Iterator<Item = Record> {
    kernel.log().records().map(Result::unwrap)
}

pub fn fills(kernel: &Kernel) -> Vec<Fill> {
    records(kernel)
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| Fill(fill.step as usize, fill.order, fill.quantity, fill.price))
        .collect()
}

/// The last status of every order, in order of submission.
pub fn ends(kernel: &Kernel) -> Vec<End> {
    let mut ends = BTreeMap::<u32, String>::new();
    for record in records(kernel) {
        let status = match record.kind {
            RecordKind::OrderSubmitted => "WORKING",
            RecordKind::OrderTerms
                if ends.get(&record.order).is_some_and(|end| end != "WORKING") =>
            {
                continue;
            }
            RecordKind::OrderTerms if record.parent() != 0 => "HELD",
            RecordKind::OrderReleased => "RELEASED",
            RecordKind::OrderModified => "MODIFIED",
            RecordKind::OrderRestated => "RESTATED",
            RecordKind::OrderDenied => "DENIED",
            RecordKind::OrderTriggered => "TRIGGERED",
            RecordKind::OrderFilled if record.detail == 1 => "FILLED",
            RecordKind::OrderFilled => "PARTLY_FILLED",
            RecordKind::OrderCancelled => "CANCELLED",
            RecordKind::OrderExpired => "EXPIRED",
            _ => continue,
        };
        let reason = Reason::from_number(record.reason);
        let text = reason.map_or(status.to_owned(), |reason| format!("{status} {reason}"));
        ends.insert(record.order, text);
    }
    ends.into_iter()
        .map(|(order, text)| End(order, text))
        .collect()
}

/// Changes that were refused, in their order.
pub fn refused_changes(kernel: &Kernel) -> Vec<End> {
    records(kernel)
        .filter(|record| record.kind == RecordKind::ModifyRefused)
        .map(|record| {
            let reason = Reason::from_number(record.reason).unwrap();
            End(record.order, reason.to_string())
        })
        .collect()
}
