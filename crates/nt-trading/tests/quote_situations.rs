//! Situations of quotes and trades, written as data in `crates/testdata/quote-situations.json` and,
//! with fill models, `quote-model-situations.json`.
//!
//! Prices are whole ticks and quantities whole lots. Each tick is a step, six hours apart unless a
//! situation says otherwise; an order is given after the tick of its step.

#[path = "quotes/replay.rs"]
mod replay;
#[path = "quotes/table.rs"]
mod table;

use std::collections::BTreeSet;

use table::QuoteSituation;

fn situations() -> Vec<QuoteSituation> {
    ["quote-situations", "quote-model-situations"]
        .iter()
        .flat_map(|name| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata");
            let file = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
            serde_json::from_str::<Vec<QuoteSituation>>(&file).unwrap()
        })
        .collect()
}

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        let kernel = replay::run(&situation);
        let name = &situation.name;
        assert_eq!(replay::fills(&kernel), situation.fills, "fills of: {name}");
        assert_eq!(replay::ends(&kernel), situation.ends, "ends of: {name}");
        let cash = kernel.ledger().cash().to_string();
        assert!(
            situation.cash.is_none_or(|expected| expected == cash),
            "cash {cash} of: {name}"
        );
    }
}

#[test]
fn every_situation_has_its_own_name() {
    let all = situations();
    let names: BTreeSet<_> = all.iter().map(|situation| &situation.name).collect();
    assert_eq!(names.len(), all.len());
}
