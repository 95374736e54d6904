//! Instruments with terms, written as data in `crates/testdata/instrument-situations.json`: what
//! orders fill at, how they end, what trades earn, and what is left at the end. Every situation runs
//! in blocks and step by step, and through the log.

#[path = "instruments/table.rs"]
mod table;

use nt_backtest::{CloseAtEnd, Driver, FillTable, OrderTable, TradeTable, total_funding};
use nt_core::Scale;
use nt_trading::{Command, Kernel, Ledger, OrderId, Record, RecordKind, State};
use proptest::prelude::*;
use serde_json::json;
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
        assert_blocks_change_nothing(&situation);
    }
}

fn assert_blocks_change_nothing(situation: &Situation) {
    let (mut blocks, mut steps) = (in_blocks(situation), step_by_step(situation));
    let name = &situation.name;
    assert_eq!(records(blocks.kernel()), records(steps.kernel()), "{name}");
    assert_eq!(blocks.log_hash(), steps.log_hash(), "{name}");
    let bits = |driver: &Driver| -> Vec<u64> {
        let equity = driver.equity().iter();
        equity.map(|it| it.to_bits()).collect()
    };
    assert_eq!(bits(&blocks), bits(&steps), "{name}");
}

#[test]
fn what_is_settled_exposes_no_more() {
    let situations = situations();
    let expires =
        |it: &&Situation| it.name == "a long future is settled at the close of its expiry";
    let situation = situations.iter().find(expires).unwrap();
    let driver = in_blocks(situation);
    let (_, series) = situation.driver();
    let fills = FillTable::of(&driver).unwrap();
    let exposure = fills.gross_exposure(&driver, &series[..], driver.equity());
    // One contract of 50 at 4510, on 100,500.
    assert_eq!(exposure, [0.0, 225_500.0 / 100_500.0, 0.0, 0.0]);
}

/// A future or a perpetual with orders of every kind, an expiry or funding at and between closes.
fn any_situation() -> impl Strategy<Value = Situation> {
    let price = || (7_000_i32..13_000).prop_map(|ticks| f64::from(ticks) / 100.0);
    let bar = [price(), price(), price(), price()].prop_map(|mut bar| {
        let (open, close) = (bar[0], bar[1]);
        bar.sort_unstable_by(f64::total_cmp);
        [open, bar[3], bar[0], close]
    });
    let on_tick = || (280_i32..520).prop_map(|ticks| f64::from(ticks) / 4.0);
    let order = (
        0_usize..30,
        -5_i32..=5,
        prop::option::weighted(0.3, -0.9..0.9_f64),
        prop::option::weighted(0.4, on_tick()),
        prop::option::weighted(0.4, 0.01..0.2_f64),
    )
        .prop_map(|(step, quantity, share, limit, stop_loss)| match share {
            Some(share) => json!({ "step": step, "target_percent": share, "stop_loss_percent": stop_loss }),
            None => json!({ "step": step, "quantity": quantity, "limit": limit, "stop_loss_percent": stop_loss }),
        });
    let bars = prop::collection::vec(bar, 30);
    let orders = prop::collection::vec(order, 0..8);
    let funding = prop::collection::btree_map(0_i64..180, -0.01..0.01_f64, 0..12);
    (bars, orders, funding, prop::option::of(0_i64..200)).prop_map(
        |(bars, orders, funding, expiry)| {
            let mut terms = json!({ "kind": "future", "multiplier": 2.5, "tick_size": 0.25, "margin_rate": 0.2 });
            if let Some(expiry) = expiry {
                terms["expiry"] = json!(expiry);
            } else {
                terms["kind"] = json!("perpetual");
                terms["funding"] = json!(funding.into_iter().collect::<Vec<_>>());
            }
            let listed = json!({ "id": "X.XTST", "decimals": [2, 0], "terms": terms, "bars": bars });
            let account = json!({ "cash": 3_000, "fee_rate": 0.0002 });
            let situation = json!({
                "name": "any", "account": account, "instruments": [listed], "orders": orders,
                "fills": [], "ends": [],
            });
            serde_json::from_value(situation).unwrap()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn blocks_change_nothing_whatever_is_ordered(situation in any_situation()) {
        assert_blocks_change_nothing(&situation);
        let driver = in_blocks(&situation);
        let (exact, last) = (driver.kernel().equity().to_f64(), driver.equity().last().copied().unwrap());
        prop_assert!((exact - last).abs() < 1e-6, "{} is not {}", last, exact);
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
            driver.finish(&series[..], CloseAtEnd::No);
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
            driver.finish(&series[..], CloseAtEnd::No);
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
