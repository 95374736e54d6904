//! Instruments with terms, written as data in `crates/testdata/instrument-situations.json`: what
//! orders fill at, how they end, what trades earn, and what is left at the end. Every situation runs
//! in blocks and step by step, and through the log.

#[path = "instruments/table.rs"]
mod table;

use nt_backtest::{Driver, OrderTable, TradeTable, total_funding};
use nt_core::Scale;
use nt_trading::{Command, Kernel, Ledger, OrderId, Record, RecordKind, State};
use table::{End, Fill, Situation, TradeRow};

#[test]
fn every_situation_ends_as_written() {
    let situations = situations();
    assert!(situations.len() >= 20);
    for situation in situations {
        let driver = in_blocks(&situation);
        let name = &situation.name;
        assert_eq!(fills(driver.kernel()), situation.fills, "fills of: {name}");
        assert_eq!(ends(driver.kernel()), situation.ends, "ends of: {name}");
        if let Some(trades) = &situation.trades {
            assert_eq!(&trades_of(&driver), trades, "trades of: {name}");
        }
        assert_money(&situation, &driver);
    }
}

#[test]
fn blocks_change_nothing() {
    for situation in situations() {
        let (mut blocks, mut steps) = (in_blocks(&situation), step_by_step(&situation));
        let name = &situation.name;
        assert_eq!(records(blocks.kernel()), records(steps.kernel()), "{name}");
        assert_eq!(blocks.log_hash(), steps.log_hash(), "{name}");
        let bits = |driver: &Driver| -> Vec<u64> {
            driver.equity().iter().map(|it| it.to_bits()).collect()
        };
        assert_eq!(bits(&blocks), bits(&steps), "{name}");
    }
}

#[test]
fn the_log_folds_to_the_live_state() {
    for situation in situations() {
        let driver = in_blocks(&situation);
        let (kernel, name) = (driver.kernel(), &situation.name);
        let live = kernel.ledger();
        let ids = live.instruments().iter().map(|it| it.id().to_owned());
        let state = State::of(kernel.log(), ids.collect()).unwrap();
        assert_same_account(state.ledger(), live);
        assert_eq!(state.open_orders().len(), kernel.working_orders(), "{name}");
        assert_eq!(
            State::from_bytes(&state.to_bytes()).unwrap(),
            state,
            "{name}"
        );
    }
}

fn assert_same_account(rebuilt: &Ledger, live: &Ledger) {
    assert_eq!(rebuilt.instruments(), live.instruments());
    assert_eq!(rebuilt.cash(), live.cash());
    assert_eq!(rebuilt.balance(), live.balance());
    assert_eq!(rebuilt.fees(), live.fees());
    assert_eq!(rebuilt.closed_trades(), live.closed_trades());
    for instrument in 0..live.instruments().len() as u32 {
        assert_eq!(rebuilt.position(instrument), live.position(instrument));
    }
}

fn situations() -> Vec<Situation> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../testdata/instrument-situations.json"
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// In the longest blocks the driver gives.
fn in_blocks(situation: &Situation) -> Driver {
    let (mut driver, series) = situation.driver();
    let (mut consumed, mut spoken): (usize, Option<Vec<Command>>) = (0, None);
    loop {
        let len = driver.next(&series[..], consumed, spoken.take().map(given));
        if len == 0 {
            return driver;
        }
        let first = driver.block_start();
        let speaks = (0..len).find(|offset| situation.speaks_at(first + offset));
        consumed = speaks.map_or(len, |offset| offset + 1);
        spoken = speaks.map(|offset| situation.commands(first + offset));
    }
}

/// One step at a time: a strategy that always speaks, if only to cancel what does not exist.
fn step_by_step(situation: &Situation) -> Driver {
    let (mut driver, series) = situation.driver();
    let mut spoken: Option<Vec<Command>> = None;
    loop {
        let consumed = usize::from(spoken.is_some());
        let len = driver.next(&series[..], consumed, spoken.take().map(given));
        if len == 0 {
            return driver;
        }
        let mut commands = situation.commands(driver.block_start());
        commands.push(Command::Cancel(OrderId(u32::MAX)));
        spoken = Some(commands);
    }
}

fn given(commands: Vec<Command>) -> impl FnMut(&Kernel) -> Option<Command> {
    let mut commands = commands.into_iter();
    move |_| commands.next()
}

fn records(kernel: &Kernel) -> Vec<Record> {
    kernel.log().records().map(Result::unwrap).collect()
}

fn fills(kernel: &Kernel) -> Vec<Fill> {
    let instruments = kernel.ledger().instruments();
    records(kernel)
        .iter()
        .filter(|record| record.kind == RecordKind::OrderFilled)
        .map(|fill| {
            let traded = &instruments[fill.instrument as usize];
            let units = |scale: Scale, value| scale.to_float(value);
            Fill(
                fill.step as usize,
                fill.order,
                units(traded.quantity_scale(), fill.quantity),
                units(traded.price_scale(), fill.price),
            )
        })
        .collect()
}

fn ends(kernel: &Kernel) -> Vec<End> {
    let table = OrderTable::of(kernel).unwrap();
    let rows = table.status.iter().zip(&table.reason).enumerate();
    rows.map(|(row, (status, reason))| {
        let end = format!("{} {reason}", status.to_uppercase());
        End(row as u32 + 1, end.trim().to_owned())
    })
    .collect()
}

fn trades_of(driver: &Driver) -> Vec<TradeRow> {
    let rows = TradeTable::of(driver).unwrap().rows;
    rows.iter()
        .map(|trade| {
            TradeRow(
                trade.entry_step,
                trade.exit_step,
                trade.quantity,
                trade.entry_price,
                trade.exit_price,
                trade.pnl,
            )
        })
        .collect()
}

fn assert_money(situation: &Situation, driver: &Driver) {
    let kernel = driver.kernel();
    let check = |what, expected: Option<f64>, found: f64| {
        let holds = expected.is_none_or(|expected| expected.to_bits() == found.to_bits());
        assert!(
            holds,
            "{what} {found}, not {expected:?}, of: {}",
            situation.name
        );
    };
    check("cash", situation.cash, kernel.ledger().cash().to_f64());
    let funding = total_funding(kernel).unwrap().to_f64();
    check("funding", situation.funding, funding);
    let last = driver.equity().last().copied().unwrap();
    check("equity", situation.equity, (last * 1e6).round() / 1e6);
}
