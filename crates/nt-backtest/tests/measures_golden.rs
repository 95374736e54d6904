//! The golden run that Rust and TypeScript share.

use std::fs;

use nt_backtest::measures::{Conventions, Input, Measures, Trade, measure};
use serde_json::Value;

#[test]
fn the_golden_run() {
    let golden = golden();
    for case in golden["cases"].as_array().unwrap() {
        let measures = measure_run(&golden["run"], &conventions(case));
        let expected = case["measures"].as_object().unwrap();
        assert_eq!(expected.len(), Measures::COUNT);
        for (name, value) in measures.entries() {
            let wanted = expected[name].as_f64().unwrap_or(f64::NAN);
            let close = (value - wanted).abs() <= 1e-12 * wanted.abs().max(1.0);
            let same = close || (value.is_nan() && wanted.is_nan());
            assert!(same, "{}: {name} is {value}, not {wanted}", case["name"]);
        }
    }
}

#[test]
fn the_presets_are_the_golden_conventions() {
    let golden = golden();
    let time = time(&golden["run"]);
    let presets = [
        Conventions::neural_trader(&time),
        Conventions::backtesting_py(&time),
        Conventions::vectorbt(&time),
    ];
    for (preset, case) in presets.iter().zip(golden["cases"].as_array().unwrap()) {
        assert_eq!(*preset, conventions(case));
    }
}

fn conventions(case: &Value) -> Conventions {
    serde_json::from_value(case["conventions"].clone()).unwrap()
}

fn golden() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata/measures.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn measure_run(run: &Value, conventions: &Conventions) -> Measures {
    let column = |name: &str| -> Vec<f64> {
        run[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|value| value.as_f64().unwrap())
            .collect()
    };
    let trades: Vec<Trade> = run["trades"]
        .as_array()
        .unwrap()
        .iter()
        .map(trade)
        .collect();
    let input = Input {
        time: &time(run),
        equity: &column("equity"),
        close: &column("close"),
        gross_exposure: &column("grossExposure"),
        first_tradable: run["firstTradable"].as_u64().unwrap() as usize,
        trades: &trades,
        initial_cash: run["initialCash"].as_f64().unwrap(),
        total_fees: run["totalFees"].as_f64().unwrap(),
    };
    measure(&input, conventions)
}

fn time(run: &Value) -> Vec<i64> {
    let millis = run["time"].as_array().unwrap().iter();
    millis.map(|at| at.as_i64().unwrap() * 1_000_000).collect()
}

fn trade(row: &Value) -> Trade {
    let number = |name: &str| row[name].as_f64().unwrap();
    Trade {
        instrument: number("instrument") as u32,
        quantity: number("quantity"),
        entry_step: number("entryStep") as usize,
        exit_step: number("exitStep") as usize,
        entry_price: number("entryPrice"),
        exit_price: number("exitPrice"),
        fees: number("fees"),
        pnl: number("pnl"),
        returns: number("returns"),
        open: row["open"] == true,
    }
}
