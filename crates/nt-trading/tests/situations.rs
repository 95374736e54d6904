//! Small candle situations, written as data in `crates/testdata/order-situations.json`,
//! `volume-situations.json`, `action-situations.json` and `lean-situations.json`: what each order fills
//! at and how it ends.
//!
//! Prices are whole ticks and quantities whole lots, so that the table can be checked by hand. Steps
//! are six hours apart unless a situation says otherwise; an order is given at the close of its step.

#[path = "situations/replay.rs"]
mod replay;
#[path = "situations/table.rs"]
mod table;

use table::Situation;

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        let kernel = replay::run(&situation);
        let name = &situation.name;
        assert_eq!(replay::fills(&kernel), situation.fills, "fills of: {name}");
        assert_eq!(replay::ends(&kernel), situation.ends, "ends of: {name}");
        let refused = replay::refused_changes(&kernel);
        assert_eq!(refused, situation.refused_changes, "changes of: {name}");
        let cash = kernel.ledger().cash().to_string();
        assert!(
            situation.cash.is_none_or(|expected| expected == cash),
            "cash {cash} of: {name}"
        );
        let held = kernel.ledger().position(0).quantity;
        assert!(
            situation.held.is_none_or(|expected| expected == held),
            "{held} lots held of: {name}"
        );
    }
}

#[test]
fn every_situation_has_its_own_name() {
    let mut names: Vec<_> = situations()
        .into_iter()
        .map(|situation| situation.name)
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

fn situations() -> Vec<Situation> {
    [
        "order-situations",
        "volume-situations",
        "action-situations",
        "lean-situations",
    ]
    .iter()
    .flat_map(|table| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata");
        let text = std::fs::read_to_string(format!("{folder}/{table}.json")).unwrap();
        serde_json::from_str::<Vec<Situation>>(&text).unwrap()
    })
    .collect()
}
