use napi::bindgen_prelude::Float64Array;
use napi_derive::napi;
use nt_backtest::{Columns, Spec};

use crate::columns::BarColumns;
use crate::error::{Result, thrown};

/// Computes one output of one indicator over whole columns.
#[napi]
pub fn compute_indicator(
    name: String,
    inputs: Vec<&[f64]>,
    parameter_names: Vec<String>,
    parameter_values: Vec<f64>,
    output: String,
) -> Result<Float64Array> {
    let params: Vec<(&str, f64)> = parameter_names
        .iter()
        .map(String::as_str)
        .zip(parameter_values)
        .collect();
    nt_indicators::compute_output(&name, &inputs, &params, &output)
        .map(Float64Array::new)
        .map_err(thrown)
}

/// The columns of a graph.
#[napi(object, object_from_js = false)]
pub struct ComputedColumns {
    /// By node; null for columns of the bars themselves.
    pub columns: Vec<Option<Float64Array>>,
    /// First bar at which every column has a value; the number of bars where one never has.
    pub first_defined: u32,
    /// Powers of the price that columns are of, by node, where they were computed as of splits.
    pub degrees: Vec<i32>,
}

/// Computes the columns of a graph (JSON, as in a declarative strategy) in one crossing; with the
/// factors of `splitFactors`, as of each bar.
#[napi]
pub fn compute_columns(
    graph: String,
    bars: BarColumns,
    factors: Option<Float64Array>,
) -> Result<ComputedColumns> {
    let spec = Spec::from_json(&graph).map_err(thrown)?;
    let view = bars.view_of(bars.time.len())?;
    let columns = match factors {
        None => Columns::compute(&spec.nodes, &view),
        Some(factors) => Columns::compute_as_of(&spec.nodes, &view, &factors),
    }
    .map_err(thrown)?;
    let mut degrees = vec![0; spec.nodes.len()];
    for &(node, degree) in columns.degrees() {
        degrees[node] = degree;
    }
    let first_defined = columns.first_defined(view.len()) as u32;
    let computed = columns.into_computed().into_iter();
    Ok(ComputedColumns {
        columns: computed
            .map(|column| column.map(Float64Array::new))
            .collect(),
        first_defined,
        degrees,
    })
}

/// What is known of one indicator.
#[napi(object, object_from_js = false)]
pub struct IndicatorInfo {
    pub name: String,
    pub meaning: String,
    pub inputs: Vec<String>,
    pub params: Vec<ParamInfo>,
    pub outputs: Vec<String>,
}

/// What is known of one parameter.
#[napi(object, object_from_js = false)]
pub struct ParamInfo {
    pub name: String,
    pub meaning: String,
    #[napi(js_name = "default")]
    pub default_value: f64,
    pub min: f64,
    pub max: f64,
    pub whole: bool,
}

/// Every indicator, by name.
#[napi]
pub fn indicator_registry() -> Vec<IndicatorInfo> {
    nt_indicators::REGISTRY
        .iter()
        .map(|indicator| described(indicator))
        .collect()
}

fn described(indicator: &nt_indicators::Indicator) -> IndicatorInfo {
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let param = |param: &nt_indicators::Param| ParamInfo {
        name: param.name.to_owned(),
        meaning: param.meaning.to_owned(),
        default_value: param.default,
        min: param.min,
        max: param.max,
        whole: param.whole,
    };
    IndicatorInfo {
        name: indicator.name.to_owned(),
        meaning: indicator.meaning.to_owned(),
        inputs: owned(indicator.inputs),
        params: indicator.params.iter().map(param).collect(),
        outputs: owned(indicator.outputs),
    }
}
