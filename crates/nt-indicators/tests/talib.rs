//! Every case of the TA-Lib oracle whose function the registry has, at its stated tolerance; the
//! registry says which function that is and what its parameters and outputs are called there.
//! The oracle lies outside the repository: `NT_ORACLES` says where. `ONLY=MOM,ROC` replays only
//! these functions.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use nt_indicators::{Indicator, REGISTRY, compute};
use serde_json::Value;

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
    let values = values.as_array().expect("a column is a list").iter();
    values
        .map(|value| value.as_f64().unwrap_or(f64::NAN))
        .collect()
}

#[test]
fn equals_the_oracle() {
    let Some(oracle) = oracle() else {
        eprintln!("SKIPPED: no talib/cases.json.gz in the folder NT_ORACLES names");
        return;
    };
    let only = std::env::var("ONLY").unwrap_or_default();
    let wanted = |name: &str| only.is_empty() || only.split(',').any(|each| each == name);
    let (mut faults, mut worst) = (Vec::new(), BTreeMap::<&str, f64>::new());
    for set in oracle["sets"].as_array().unwrap() {
        for case in set["cases"].as_array().unwrap() {
            let name = case["fn"].as_str().unwrap();
            let known = REGISTRY.iter().find(|indicator| indicator.talib == name);
            if let Some(indicator) = known.filter(|_| wanted(name)) {
                let label = format!("{name} {} of {}", case["params"], set["shape"]);
                match replay(indicator, &set["bars"], case) {
                    Ok(error) => {
                        let worst = worst.entry(indicator.talib).or_default();
                        *worst = worst.max(error);
                    }
                    Err(fault) => faults.push(format!("{label}: {fault}")),
                }
            }
        }
    }
    for (name, error) in &worst {
        println!("{name}: largest error {error:.1e}");
    }
    assert!(worst.len() > 5 || !only.is_empty());
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The largest error in units of the tolerance's scale, or what is wrong.
fn replay(indicator: &Indicator, bars: &Value, case: &Value) -> Result<f64, String> {
    let inputs: Vec<Vec<f64>> = input_names(case)
        .iter()
        .map(|name| column(&bars[name]))
        .collect();
    let inputs: Vec<&[f64]> = inputs.iter().map(Vec::as_slice).collect();
    let params = params(indicator, &case["params"])?;
    let lookback = indicator
        .lookback(&params)
        .map_err(|error| error.to_string())?;
    if lookback as u64 != case["lookback"].as_u64().unwrap() {
        return Err(format!("look-back {lookback} for {}", case["lookback"]));
    }
    let ours = compute(indicator.name, &inputs, &params).map_err(|error| error.to_string())?;
    let scale = price_scale(bars);
    let mut worst = 0.0_f64;
    for (output, ours) in indicator.outputs.iter().zip(ours) {
        let expected = expected(case, output.talib, ours.len());
        let tolerance = |value: f64| {
            if output.whole {
                0.0
            } else {
                1e-9 * (value.abs() + scale)
            }
        };
        for (bar, (ours, expected)) in ours.iter().zip(expected).enumerate() {
            let error = (ours - expected).abs();
            let absent = expected.is_nan() || bar < lookback;
            if if absent {
                !ours.is_nan()
            } else {
                error.is_nan() || error > tolerance(expected)
            } {
                return Err(format!(
                    "{} of bar {bar} is {ours} for {expected}",
                    output.name
                ));
            }
            worst = worst.max(if absent {
                0.0
            } else {
                error / (expected.abs() + scale)
            });
        }
    }
    Ok(worst)
}

/// Prices of candles are read in the order of every pattern.
fn input_names(case: &Value) -> Vec<String> {
    let Some(inputs) = case["inputs"].as_object() else {
        return ["open", "high", "low", "close"].map(str::to_owned).to_vec();
    };
    // The order of TA-Lib: price, price0, price1, prices, periods.
    let mut names = Vec::new();
    for key in ["price", "price0", "price1", "prices", "periods"] {
        match &inputs.get(key) {
            Some(Value::String(name)) => names.push(name.clone()),
            Some(Value::Array(list)) => {
                names.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => {}
        }
    }
    names
}

fn params<'a>(indicator: &'a Indicator, given: &Value) -> Result<Vec<(&'a str, f64)>, String> {
    let ours = |(name, value): (&String, &Value)| {
        let param = indicator.params.iter().find(|param| param.talib == name);
        let param = param.ok_or_else(|| format!("no parameter for {name}"))?;
        Ok((param.name, value.as_f64().unwrap()))
    };
    given.as_object().unwrap().iter().map(ours).collect()
}

/// A whole column, also where the case only lists what is not zero.
fn expected(case: &Value, output: &str, bars: usize) -> Vec<f64> {
    if let Some(outputs) = case.get("outputs") {
        return column(&outputs[output]);
    }
    let mut values = vec![0.0; bars];
    for (at, value) in column(&case["at"]).into_iter().zip(column(&case["value"])) {
        values[at as usize] = value;
    }
    values
}

fn price_scale(bars: &Value) -> f64 {
    column(&bars["high"]).into_iter().fold(0.0, f64::max)
}
