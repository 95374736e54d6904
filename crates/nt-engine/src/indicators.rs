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
    let params = pairs(&parameter_names, parameter_values);
    nt_indicators::compute_output(&name, &inputs, &params, &output)
        .map(Float64Array::new)
        .map_err(thrown)
}

/// Fills one column for every output of an indicator.
#[napi]
pub fn fill_indicator(
    name: String,
    inputs: Vec<&[f64]>,
    parameter_names: Vec<String>,
    parameter_values: Vec<f64>,
    mut outputs: Vec<&mut [f64]>,
) -> Result<()> {
    let params = pairs(&parameter_names, parameter_values);
    let mut columns: Vec<Option<&mut [f64]>> = outputs
        .iter_mut()
        .map(|column| Some(&mut **column))
        .collect();
    nt_indicators::compute_into(&name, &inputs, &params, &mut columns).map_err(thrown)
}

/// Parameters by name.
pub(crate) fn pairs(names: &[String], values: Vec<f64>) -> Vec<(&str, f64)> {
    names.iter().map(String::as_str).zip(values).collect()
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
    let first_defined = columns.first_defined() as u32;
    let computed = columns.into_computed().into_iter();
    Ok(ComputedColumns {
        columns: computed
            .map(|column| column.map(Float64Array::new))
            .collect(),
        first_defined,
        degrees,
    })
}
