use napi::bindgen_prelude::Float64Array;
use napi_derive::napi;
use nt_indicators::Barriers;

use crate::error::{Result, thrown};

/// The return from each bar to a later one: it looks ahead.
#[napi]
pub fn forward_return(prices: &[f64], bars: u32) -> Result<Float64Array> {
    nt_indicators::forward_return(prices, bars as usize)
        .map(Float64Array::new)
        .map_err(thrown)
}

/// Label, return and bars until the first of three barriers, from high, low, close and width: they
/// look ahead.
#[napi]
pub fn triple_barrier(
    columns: Vec<&[f64]>,
    profit: f64,
    loss: f64,
    bars: u32,
) -> Result<Vec<Float64Array>> {
    let column = |at: usize| columns.get(at).copied().unwrap_or(&[]);
    let barriers = Barriers {
        profit,
        loss,
        bars: bars as usize,
    };
    let columns = std::array::from_fn(column);
    let labels = nt_indicators::triple_barrier(columns, barriers).map_err(thrown)?;
    let made = [labels.label, labels.result, labels.bars];
    Ok(made.into_iter().map(Float64Array::new).collect())
}
