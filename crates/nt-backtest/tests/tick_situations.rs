//! Sessions, actions of companies and terms of instruments over quotes and trades, written as data in
//! `crates/testdata/tick-situations.json`; TypeScript runs the table too, with the calendars themselves.

#[path = "sessions/replay.rs"]
#[allow(dead_code, reason = "some of it is of bars alone")]
mod replay;
#[path = "sessions/table.rs"]
#[allow(dead_code, reason = "some of it is of bars alone")]
mod sessions;
#[path = "ticks/table.rs"]
mod table;

use nt_backtest::Driver;
use nt_core::Money;
use nt_trading::{Config, Kernel, State};
use table::Situation;

/// Runs a situation whose caller looks at no more than `most` steps of a block.
fn run(situation: &Situation, most: usize) -> Driver {
    let config = Config::new(Money::from_f64(100_000.0).unwrap());
    let instrument = situation.instrument();
    let lifecycle = situation.lifecycle(&instrument);
    let kernel = Kernel::new(config, vec![instrument]).unwrap();
    let kernel = kernel.with_sessions(situation.sessions());
    let series = situation.series();
    let driver = Driver::new(kernel, &series[..], &[])
        .with_actions(&series[..], &situation.actions())
        .unwrap()
        .with_lifecycle(&series[..], lifecycle);
    replay::driven(driver, &series[..], |step| situation.commands(step), most)
}

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        let driver = run(&situation, usize::MAX);
        let records = replay::records(&driver);
        let name = &situation.name;
        assert_eq!(replay::fills(&records), situation.fills, "fills of: {name}");
        assert_eq!(replay::ends(&records), situation.ends, "ends of: {name}");
        let cash = driver.kernel().ledger().cash().to_string();
        assert!(
            situation.cash.as_ref().is_none_or(|it| *it == cash),
            "cash {cash} of: {name}"
        );
        let last = driver.equity().last().copied().unwrap();
        let exact = driver.kernel().equity().to_f64();
        assert!((last - exact).abs() < 1e-6, "{last} is not {exact}: {name}");
        let expected = situation.equity.unwrap_or(last);
        assert!((last - expected).abs() < 1e-6, "equity {last} of: {name}");
    }
}

#[test]
fn blocks_change_nothing_and_the_log_folds_to_the_live_state() {
    for situation in situations() {
        let (mut blocks, mut steps) = (run(&situation, usize::MAX), run(&situation, 1));
        let name = &situation.name;
        assert_eq!(blocks.log_hash(), steps.log_hash(), "{name}");
        assert_eq!(blocks.equity(), steps.equity(), "{name}");
        let live = blocks.kernel().ledger();
        let ids = live.instruments().iter().map(|it| it.id().to_owned());
        let state = State::of(blocks.kernel().log(), ids.collect()).unwrap();
        assert_eq!(state.ledger().cash(), live.cash(), "{name}");
        assert_eq!(state.ledger().position(0), live.position(0), "{name}");
        assert_eq!(state.open_orders().len(), blocks.kernel().working_orders());
    }
}

#[test]
fn every_situation_has_its_own_name() {
    let names: std::collections::BTreeSet<_> =
        situations().into_iter().map(|each| each.name).collect();
    assert_eq!(names.len(), situations().len());
}

fn situations() -> Vec<Situation> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../testdata/tick-situations.json"
    );
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}
