//! Small situations of an account between its orders, written as data in
//! `crates/testdata/account-situations.json`: margin calls and liquidations, interest and borrow
//! fees, settlement. The options are those of a backtest in TypeScript, which runs the same table.
//!
//! Prices are whole ticks and quantities whole lots. Steps are a day apart, the first is a Monday.

#[path = "account_situations/options.rs"]
mod options;
#[path = "account_situations/replay.rs"]
mod replay;

use std::collections::BTreeMap;

use serde::Deserialize;

use options::Options;
use replay::Feed;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    name: String,
    options: Options,
    /// When each step closes, in days since the first Monday; by default one after another.
    days: Option<Vec<f64>>,
    /// The bars of each instrument: one price or open, high, low and close; null where it has none.
    bars: BTreeMap<String, Vec<Option<Prices>>>,
    orders: Vec<Given>,
    /// Steps at whose close everything is taken back.
    #[serde(default)]
    cancel_all: Vec<usize>,
    /// Step, event and amount of what happens to the account.
    events: Vec<(u32, String, String)>,
    /// Step, instrument, signed lots and price.
    fills: Vec<(u32, String, i64, i64)>,
    /// The last status of every order with its reason.
    ends: Vec<String>,
    cash: Option<String>,
    equity: Option<i64>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
enum Prices {
    One(i64),
    Four([i64; 4]),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    step: usize,
    instrument: Option<String>,
    lots: i64,
    limit: Option<i64>,
    #[serde(default)]
    reduce_only: bool,
}

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        check(&situation, Feed::Bars);
    }
}

/// A bar of one price is a quote without a spread.
#[test]
fn every_situation_of_single_prices_ends_so_over_quotes() {
    let is_single = |prices: &Option<Prices>| !matches!(prices, Some(Prices::Four(_)));
    let all = situations();
    let single = all
        .iter()
        .filter(|situation| situation.bars.values().flatten().all(is_single));
    assert!(single.clone().count() >= 20);
    for situation in single {
        check(situation, Feed::Quotes);
    }
}

fn check(situation: &Situation, feed: Feed) {
    let kernel = replay::run(situation, feed);
    let name = &situation.name;
    assert_eq!(
        replay::events(&kernel),
        situation.events,
        "events of: {name}"
    );
    let fills = replay::fills(&kernel, situation);
    assert_eq!(fills, situation.fills, "fills of: {name}");
    assert_eq!(replay::ends(&kernel), situation.ends, "ends of: {name}");
    let cash = kernel.ledger().cash().to_string();
    assert!(
        situation
            .cash
            .as_ref()
            .is_none_or(|expected| *expected == cash),
        "cash {cash} of: {name}"
    );
    if let Some(units) = situation.equity {
        assert_eq!(
            kernel.equity().to_string(),
            units.to_string(),
            "equity of: {name}"
        );
    }
}

#[test]
fn there_are_enough_situations_and_each_has_its_own_name() {
    let names: Vec<_> = situations().into_iter().map(|it| it.name).collect();
    let unique: std::collections::BTreeSet<_> = names.iter().collect();
    assert!(unique.len() >= 20);
    assert_eq!(unique.len(), names.len());
}

fn situations() -> Vec<Situation> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../testdata/account-situations.json"
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}
