use std::fs;
use std::path::PathBuf;

use nt_backtest::measures::{Measures, Trade};
use serde_json::Value;

/// Name of a figure in the oracle, factor from our unit to theirs, and where the figure is.
pub type Statistic = (&'static str, f64, fn(&Measures) -> f64);

/// The path of an oracle file, or one printed sentence where it is absent. `NT_ORACLES` counts from
/// the repository's root.
pub fn find(file: &str) -> Option<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folder = std::env::var("NT_ORACLES").unwrap_or_else(|_| "../shared/oracles".to_owned());
    let path = PathBuf::from(root).join(folder).join(file);
    if !path.is_file() {
        println!("Skipped: there is no {file} where NT_ORACLES points.");
        return None;
    }
    Some(path)
}

/// The cases of an oracle.
pub fn cases(file: &str) -> Option<Vec<Value>> {
    let text = fs::read_to_string(find(file)?).unwrap();
    let mut oracle: Value = serde_json::from_str(&text).unwrap();
    match oracle["cases"].take() {
        Value::Array(cases) => Some(cases),
        other => panic!("cases should be a list, not {other}"),
    }
}

/// A number, where null is NaN and "inf" infinite.
pub fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap(),
        Value::Null => f64::NAN,
        Value::String(text) => text.parse().unwrap(),
        other => panic!("{other} is no number"),
    }
}

/// A list of numbers.
pub fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(number).collect()
}

/// A list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A list of steps.
pub fn steps(value: &Value) -> Vec<usize> {
    list(value)
        .iter()
        .map(|step| step.as_u64().unwrap() as usize)
        .collect()
}

/// A trade with nothing in it but the instrument.
pub const fn blank(instrument: u32) -> Trade {
    Trade {
        instrument,
        quantity: 0.0,
        entry_step: 0,
        exit_step: 0,
        entry_price: 0.0,
        exit_price: 0.0,
        fees: 0.0,
        pnl: 0.0,
        returns: 0.0,
        open: false,
    }
}

/// Counts comparisons and gathers what differs.
#[derive(Default)]
pub struct Tally {
    compared: usize,
    failures: Vec<String>,
}

impl Tally {
    /// Compares to 1e-8 relative plus 1e-8 absolute; NaN equals NaN and infinity infinity.
    pub fn compare(&mut self, id: &str, name: &str, value: f64, expected: f64) {
        self.compared += 1;
        let close = (value - expected).abs() <= 1e-8 + 1e-8 * expected.abs();
        if !(close || value == expected || (value.is_nan() && expected.is_nan())) {
            self.failures
                .push(format!("{id} {name}: {value} is not {expected}"));
        }
    }

    /// Prints the count and fails on the first differences.
    pub fn finish(self, suite: &str) {
        println!(
            "{suite}: {} figures compared, {} differ",
            self.compared,
            self.failures.len()
        );
        let shown: Vec<&str> = self.failures.iter().take(40).map(String::as_str).collect();
        assert!(
            self.failures.is_empty(),
            "{}\n{}",
            self.failures.len(),
            shown.join("\n")
        );
    }
}
