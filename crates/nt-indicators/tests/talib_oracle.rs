//! Every case of the TA-Lib oracle that these indicators cover, at its stated tolerance.
//! The oracle lies outside the repository: `NT_ORACLES` says where.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use nt_indicators::compute;
use serde_json::Value;

/// TA-Lib's parameters with ours.
type Params = &'static [(&'static str, &'static str)];

/// TA-Lib's function, ours, and the parameters.
const COVERED: &[(&str, &str, Params)] = &[
    ("SMA", "sma", &[("timeperiod", "period")]),
    ("EMA", "ema", &[("timeperiod", "period")]),
    ("RSI", "rsi", &[("timeperiod", "period")]),
    (
        "MACD",
        "macd",
        &[
            ("fastperiod", "fastPeriod"),
            ("slowperiod", "slowPeriod"),
            ("signalperiod", "signalPeriod"),
        ],
    ),
    (
        "BBANDS",
        "bollinger-bands",
        &[("timeperiod", "period"), ("nbdevup", "deviations")],
    ),
    ("ATR", "atr", &[("timeperiod", "period")]),
    ("TRANGE", "true-range", &[]),
    ("MAX", "highest", &[("timeperiod", "period")]),
    ("MIN", "lowest", &[("timeperiod", "period")]),
];

fn oracle() -> Option<Value> {
    let default = || {
        PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/oracles"
        ))
    };
    let folder = std::env::var_os("NT_ORACLES").map_or_else(default, PathBuf::from);
    let file = File::open(folder.join("talib/cases.json.gz")).ok()?;
    Some(serde_json::from_reader(GzDecoder::new(file)).expect("the oracle is gzipped JSON"))
}

fn column(values: &Value) -> Vec<f64> {
    values
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value.as_f64().unwrap_or(f64::NAN))
        .collect()
}

#[test]
fn equals_the_oracle() {
    let Some(oracle) = oracle() else {
        eprintln!("SKIPPED: no talib/cases.json.gz in the folder NT_ORACLES names");
        return;
    };
    let mut seen = BTreeSet::new();
    for set in oracle["sets"].as_array().unwrap() {
        let scale = column(&set["bars"]["high"]).into_iter().fold(0.0, f64::max);
        for case in set["cases"].as_array().unwrap() {
            // Bands about other averages, and with two widths, are not of this crate.
            let plain = case["params"]["matype"].as_f64().unwrap_or(0.0) == 0.0
                && case["params"]["nbdevup"] == case["params"]["nbdevdn"];
            let covered = COVERED.iter().find(|(theirs, ..)| case["fn"] == **theirs);
            if let Some((theirs, ours, params)) = covered.filter(|_| plain) {
                check(&set["bars"], case, ours, params, scale);
                seen.insert(*theirs);
            }
        }
    }
    assert_eq!(
        seen.len(),
        COVERED.len(),
        "some functions have no case: {seen:?}"
    );
}

fn check(bars: &Value, case: &Value, name: &str, params: Params, scale: f64) {
    let inputs: Vec<Vec<f64>> = match &case["inputs"]["prices"] {
        Value::Array(names) => names
            .iter()
            .map(|name| column(&bars[name.as_str().unwrap()]))
            .collect(),
        _ => vec![column(&bars[case["inputs"]["price"].as_str().unwrap()])],
    };
    let inputs: Vec<&[f64]> = inputs.iter().map(Vec::as_slice).collect();
    let params: Vec<(&str, f64)> = params
        .iter()
        .map(|(theirs, ours)| (*ours, case["params"][theirs].as_f64().unwrap()))
        .collect();
    let indicator = nt_indicators::find(name).unwrap();
    assert_eq!(
        indicator.lookback(&params).unwrap() as u64,
        case["lookback"].as_u64().unwrap()
    );
    let expected: Vec<Vec<f64>> = output_names(name)
        .iter()
        .map(|output| column(&case["outputs"][output]))
        .collect();
    for (ours, expected) in compute(name, &inputs, &params)
        .unwrap()
        .iter()
        .zip(expected)
    {
        assert_eq!(ours.len(), expected.len());
        for (bar, (ours, expected)) in ours.iter().zip(expected).enumerate() {
            let near = (ours - expected).abs() <= 1e-9 * (expected.abs() + scale);
            assert!(
                near || ours.is_nan() && expected.is_nan(),
                "{name} {params:?}, bar {bar}: {ours} for {expected}"
            );
        }
    }
}

fn output_names(name: &str) -> &'static [&'static str] {
    match name {
        "macd" => &["macd", "macdsignal", "macdhist"],
        "bollinger-bands" => &["upperband", "middleband", "lowerband"],
        _ => &["real"],
    }
}
