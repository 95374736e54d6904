//! Runs a situation through the driver and reads from the log what happened.

use std::collections::BTreeMap;

use nt_backtest::{CloseAtEnd, Driver, Series};
use nt_core::{Instrument, Money, Scale};
use nt_trading::{Command, Config, Kernel, Reason, Record, RecordKind, Schedule, Sessions};

pub fn instrument(id: &str) -> Instrument {
    let whole = Scale::new(0).unwrap();
    Instrument::new(id, whole, whole)
}

pub fn kernel(instruments: Vec<Instrument>, schedules: Vec<Schedule>) -> Kernel {
    let config = Config::new(Money::from_f64(100_000.0).unwrap());
    let sessions = schedules.into_iter().map(Sessions::Scheduled).collect();
    let kernel = Kernel::new(config, instruments).unwrap();
    kernel.with_sessions(sessions)
}

/// Runs a script of commands over the series, and looks at no more than `most` steps of a block.
pub fn drive<S: Series + ?Sized>(
    kernel: Kernel,
    series: &S,
    script: impl Fn(usize) -> Vec<Command>,
    most: usize,
) -> Vec<Record> {
    let driver = Driver::new(kernel, series, &vec![0; series.count()]);
    records(&driven(driver, series, script, most))
}

/// The same with a driver, which is given back at the end.
pub fn driven<S: Series + ?Sized>(
    mut driver: Driver,
    series: &S,
    script: impl Fn(usize) -> Vec<Command>,
    most: usize,
) -> Driver {
    let mut given = Vec::new();
    let mut consumed = 0;
    loop {
        let mut commands = std::mem::take(&mut given).into_iter();
        let speaks = (commands.len() > 0).then_some(|_: &Kernel| commands.next());
        let length = driver.next(series, consumed, speaks);
        if length == 0 {
            break;
        }
        consumed = 0;
        while consumed < length.min(most) && given.is_empty() {
            given = script(driver.block_start() + consumed);
            consumed += 1;
        }
    }
    driver.finish(series, CloseAtEnd::No);
    driver
}

pub fn records(driver: &Driver) -> Vec<Record> {
    let log = driver.kernel().log();
    log.records().map(Result::unwrap).collect()
}

pub fn fills(records: &[Record]) -> Vec<(u32, u32, i64, i64)> {
    records
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| (fill.step, fill.order, fill.quantity, fill.price))
        .collect()
}

/// The last status of every order, in order of submission.
pub fn ends(records: &[Record]) -> Vec<(u32, String)> {
    let mut ends = BTreeMap::<u32, String>::new();
    for record in records {
        let status = match record.kind {
            RecordKind::OrderSubmitted => "WORKING",
            RecordKind::OrderDenied => "DENIED",
            RecordKind::OrderFilled => "FILLED",
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

/// Why changes and cancellations were refused, in their order.
pub fn refused_changes(records: &[Record]) -> Vec<String> {
    let is_refusal = |kind| matches!(kind, RecordKind::ModifyRefused | RecordKind::CancelRefused);
    records
        .iter()
        .filter(|record| is_refusal(record.kind))
        .map(|record| Reason::from_number(record.reason).unwrap().to_string())
        .collect()
}
