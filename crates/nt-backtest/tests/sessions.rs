//! Orders and the sessions of a calendar. Situations stand as data in
//! `crates/testdata/session-situations.json`; TypeScript runs them with the calendars themselves.

#[path = "sessions/laws.rs"]
mod laws;
#[path = "sessions/replay.rs"]
mod replay;
#[path = "sessions/table.rs"]
mod table;

use nt_trading::Record;
use table::Situation;

#[test]
fn every_situation_ends_as_written() {
    for situation in situations() {
        let records = run(&situation);
        let name = &situation.name;
        assert_eq!(replay::fills(&records), situation.fills, "fills of: {name}");
        assert_eq!(replay::ends(&records), situation.ends, "ends of: {name}");
        let refused = replay::refused_changes(&records);
        assert_eq!(refused, situation.refused_changes, "changes of: {name}");
    }
}

#[test]
fn every_situation_has_its_own_name() {
    let mut names: Vec<_> = situations().into_iter().map(|each| each.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(count >= 20);
}

fn situations() -> Vec<Situation> {
    let file = "/../testdata/session-situations.json";
    let text = std::fs::read_to_string(format!("{}{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn run(situation: &Situation) -> Vec<Record> {
    let instrument = replay::instrument("X.XNAS");
    let kernel = replay::kernel(vec![instrument], vec![situation.schedule()]);
    let series = &[situation.bars()][..];
    replay::drive(kernel, series, |step| situation.commands(step), usize::MAX)
}
