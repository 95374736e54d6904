//! Small situations of an account between its orders, written as data in
//! `crates/testdata/account-situations.json`: margin calls and liquidations, interest and borrow
//! fees, settlement; and in `conversion-situations.json` what is exchanged when asked for, in `hedging-situations.json`
//! longs and shorts beside each other. The options are those of a backtest in TypeScript, which runs the same table.
//!
//! Prices are whole ticks and quantities whole lots. Steps are a day apart, the first is a Monday.

#[path = "account_situations/options.rs"]
mod options;
#[path = "account_situations/replay.rs"]
mod replay;

use std::collections::BTreeMap;

use nt_trading::CurrencyCode;
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
    #[serde(default)]
    orders: Vec<Given>,
    /// What is closed, after the orders of its step.
    #[serde(default)]
    closes: Vec<Closing>,
    /// Conversions, after the orders of their step.
    #[serde(default)]
    conversions: Vec<Conversion>,
    /// Steps at whose close everything is taken back.
    #[serde(default)]
    cancel_all: Vec<usize>,
    /// Step, event and amount of what happens to the account.
    events: Vec<(u32, String, String)>,
    /// Step, instrument, signed lots and price.
    #[serde(default)]
    fills: Vec<(u32, String, i64, i64)>,
    /// The last status of every order with its reason.
    #[serde(default)]
    ends: Vec<String>,
    /// Step and reason of conversions that were refused.
    #[serde(default)]
    refused: Vec<(u32, String)>,
    cash: Option<String>,
    /// The open lots at the end, where they are stated: instrument, signed lots and entry price.
    lots: Option<Vec<(String, i64, i64)>>,
    /// Cash in other currencies at the end.
    #[serde(default)]
    foreign: BTreeMap<String, String>,
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

/// Closes every lot, or the one that an order opened.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    step: usize,
    lot: Option<u32>,
    portion: Option<f64>,
}

/// A currency that is left out is that of the account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Conversion {
    step: usize,
    amount: f64,
    from: Option<String>,
    to: Option<String>,
}

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        check(&situation, Feed::Bars);
    }
}

/// A bar of one price is a quote without a spread. A hedging account trades on bars.
#[test]
fn every_situation_of_single_prices_ends_so_over_quotes() {
    let is_single = |prices: &Option<Prices>| !matches!(prices, Some(Prices::Four(_)));
    let all = situations();
    let single = all
        .iter()
        .filter(|situation| situation.bars.values().flatten().all(is_single))
        .filter(|situation| !situation.options.hedging);
    assert!(single.clone().count() >= 30);
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
    let refused = replay::refused_conversions(&kernel);
    assert_eq!(refused, situation.refused, "refused in: {name}");
    if let Some(lots) = &situation.lots {
        let open = replay::open_lots(&kernel, situation);
        assert_eq!(open, *lots, "lots of: {name}");
    }
    for (code, cash) in &situation.foreign {
        let code = CurrencyCode::new(code).unwrap();
        let held = kernel.ledger().cash_in(Some(code)).to_string();
        assert_eq!(held, *cash, "{} of: {name}", code.text());
    }
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
    let read = |name: &str| {
        let path = format!("{}/../testdata/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        serde_json::from_str::<Vec<Situation>>(&text).unwrap()
    };
    let files = [
        "account-situations",
        "conversion-situations",
        "hedging-situations",
    ];
    files.into_iter().flat_map(read).collect()
}
