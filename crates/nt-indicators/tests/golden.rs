//! The values of TA-Lib on a small series with ties, a flat stretch and a jump.

use nt_indicators::compute;
use serde_json::Value;

fn column(values: &Value) -> Vec<f64> {
    values
        .as_array()
        .unwrap()
        .iter()
        .map(|value| value.as_f64().unwrap_or(f64::NAN))
        .collect()
}

#[test]
fn equals_talib() {
    let golden: Value =
        serde_json::from_str(include_str!("../../testdata/indicators.json")).unwrap();
    let tolerance = golden["tolerance"].as_f64().unwrap();
    let cases = golden["cases"].as_array().unwrap();
    assert!(cases.len() > 15);
    for case in cases {
        let name = case["indicator"].as_str().unwrap();
        let inputs: Vec<Vec<f64>> = case["inputs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|input| column(&golden["bars"][input.as_str().unwrap()]))
            .collect();
        let inputs: Vec<&[f64]> = inputs.iter().map(Vec::as_slice).collect();
        let params: Vec<(&str, f64)> = case["params"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_f64().unwrap()))
            .collect();
        let computed = compute(name, &inputs, &params).unwrap();
        let outputs = nt_indicators::find(name).unwrap().outputs;
        assert_eq!(case["outputs"].as_object().unwrap().len(), outputs.len());
        for (output, ours) in outputs.iter().zip(computed) {
            let expected = column(&case["outputs"][output.name]);
            assert_eq!(ours.len(), expected.len());
            for (bar, (ours, expected)) in ours.iter().zip(expected).enumerate() {
                let near = (ours - expected).abs() <= tolerance * expected.abs().max(1.0);
                assert!(
                    near || ours.is_nan() && expected.is_nan(),
                    "{name} {params:?} {output:?}, bar {bar}: {ours} for {expected}"
                );
            }
        }
    }
}
