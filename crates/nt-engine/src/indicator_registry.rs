use napi_derive::napi;
use nt_indicators::{Indicator, Output, Param};

use crate::error::{Result, thrown};
use crate::indicators::pairs;

/// What is known of one indicator.
#[napi(object, object_from_js = false)]
pub struct IndicatorInfo {
    pub name: String,
    pub talib: String,
    pub aliases: Vec<String>,
    pub group: String,
    pub meaning: String,
    pub formula: String,
    pub source: String,
    pub inputs: Vec<String>,
    pub params: Vec<ParamInfo>,
    pub outputs: Vec<OutputInfo>,
    pub stability: String,
    /// With the default parameters.
    pub lookback: u32,
    /// With the default parameters; null where it never does.
    pub settles: Option<u32>,
}

/// What is known of one parameter.
#[napi(object, object_from_js = false)]
pub struct ParamInfo {
    pub name: String,
    pub talib: String,
    pub meaning: String,
    #[napi(js_name = "default")]
    pub default_value: f64,
    pub same_as: String,
    pub min: f64,
    pub max: f64,
    pub whole: bool,
    pub choices: Vec<String>,
}

/// What is known of one output.
#[napi(object, object_from_js = false)]
pub struct OutputInfo {
    pub name: String,
    pub talib: String,
    pub whole: bool,
}

/// Every indicator, by name.
#[napi]
pub fn indicator_registry() -> Vec<IndicatorInfo> {
    let all = nt_indicators::REGISTRY.iter();
    all.map(|indicator| described(indicator)).collect()
}

/// Bars before the first value.
#[napi]
pub fn indicator_lookback(
    name: String,
    parameter_names: Vec<String>,
    parameter_values: Vec<f64>,
) -> Result<u32> {
    let params = pairs(&parameter_names, parameter_values);
    let lookback = nt_indicators::find(&name).and_then(|found| found.lookback(&params));
    Ok(lookback.map_err(thrown)? as u32)
}

fn described(indicator: &Indicator) -> IndicatorInfo {
    IndicatorInfo {
        name: indicator.name.to_owned(),
        talib: indicator.talib.to_owned(),
        aliases: owned(indicator.aliases),
        group: indicator.group.name().to_owned(),
        meaning: indicator.meaning.to_owned(),
        formula: indicator.formula.to_owned(),
        source: indicator.source.to_owned(),
        inputs: owned(indicator.inputs),
        params: indicator.params.iter().map(described_param).collect(),
        outputs: indicator.outputs.iter().map(described_output).collect(),
        stability: indicator.stability.name().to_owned(),
        lookback: indicator.lookback(&[]).unwrap_or(0) as u32,
        settles: indicator
            .settles(&[])
            .ok()
            .flatten()
            .map(|bars| bars as u32),
    }
}

fn described_param(param: &Param) -> ParamInfo {
    ParamInfo {
        name: param.name.to_owned(),
        talib: param.talib.to_owned(),
        meaning: param.meaning.to_owned(),
        default_value: param.default,
        same_as: param.same_as.to_owned(),
        min: param.min,
        max: param.max,
        whole: param.whole,
        choices: owned(param.choices),
    }
}

fn described_output(output: &Output) -> OutputInfo {
    OutputInfo {
        name: output.name.to_owned(),
        talib: output.talib.to_owned(),
        whole: output.whole,
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
