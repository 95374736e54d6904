use std::sync::LazyLock;

use nt_core::{Code, Error, Result};

use crate::near_miss::near_miss;
use crate::{Indicator, Stream};
use crate::{
    beyond, cycle, math, momentum, overlap, pattern, price, statistic, volatility, volume,
};

/// Every indicator, by name.
pub static REGISTRY: LazyLock<Vec<&'static Indicator>> = LazyLock::new(|| {
    let groups = [
        overlap::ENTRIES,
        momentum::ENTRIES,
        volume::ENTRIES,
        volatility::ENTRIES,
        price::ENTRIES,
        cycle::ENTRIES,
        pattern::ENTRIES,
        statistic::ENTRIES,
        math::ENTRIES,
        beyond::ENTRIES,
    ];
    let mut all = groups.concat();
    all.sort_by_key(|indicator| indicator.name);
    all
});

/// The indicator of this name, alias or name in TA-Lib.
///
/// # Errors
/// `UNKNOWN_INDICATOR`, naming the nearest one.
pub fn find(name: &str) -> Result<&'static Indicator> {
    let known = |indicator: &&Indicator| {
        indicator.name == name
            || indicator.aliases.contains(&name)
            || !name.is_empty() && indicator.talib == name
    };
    let by_name = REGISTRY.binary_search_by_key(&name, |indicator| indicator.name);
    by_name
        .ok()
        .map(|index| REGISTRY[index])
        .or_else(|| REGISTRY.iter().copied().find(known))
        .ok_or_else(|| {
            let names: Vec<&str> = REGISTRY.iter().map(|indicator| indicator.name).collect();
            let message = format!("no indicator is called {name}: {}", near_miss(name, &names));
            Error::new(Code::UnknownIndicator, message).with("indicator", name)
        })
}

/// All outputs of an indicator, in the order of the registry. Parameters that are not given take
/// their defaults.
///
/// # Errors
/// `UNKNOWN_INDICATOR`; `INVALID_PARAMETER` for one that is unknown, given twice, fractional or out
/// of range; `INVALID_ARGUMENT` for a wrong number of inputs; `DATA_LENGTH_MISMATCH`.
pub fn compute(name: &str, inputs: &[&[f64]], params: &[(&str, f64)]) -> Result<Vec<Vec<f64>>> {
    let bars = inputs.first().map_or(0, |column| column.len());
    let mut columns = vec![vec![0.0; bars]; find(name)?.outputs.len()];
    let mut outputs: Vec<_> = columns
        .iter_mut()
        .map(|column| Some(column.as_mut_slice()))
        .collect();
    compute_into(name, inputs, params, &mut outputs)?;
    Ok(columns)
}

/// One output of an indicator; the others are not kept.
///
/// # Errors
/// As [`compute`], and `INVALID_PARAMETER` when there is no output of this name.
pub fn compute_output(
    name: &str,
    inputs: &[&[f64]],
    params: &[(&str, f64)],
    output: &str,
) -> Result<Vec<f64>> {
    let mut columns = compute_outputs(name, inputs, params, &[output])?;
    Ok(columns.swap_remove(0))
}

/// Some outputs of an indicator, each named once, in one go; the others are not kept.
///
/// # Errors
/// As [`compute_output`].
pub fn compute_outputs(
    name: &str,
    inputs: &[&[f64]],
    params: &[(&str, f64)],
    outputs: &[&str],
) -> Result<Vec<Vec<f64>>> {
    let indicator = find(name)?;
    let bars = inputs.first().map_or(0, |column| column.len());
    let mut columns = vec![vec![0.0; bars]; outputs.len()];
    let mut wanted: Vec<Option<&mut [f64]>> = indicator.outputs.iter().map(|_| None).collect();
    for (column, output) in columns.iter_mut().zip(outputs) {
        wanted[indicator.output_index(output)?] = Some(column);
    }
    compute_into(name, inputs, params, &mut wanted)?;
    Ok(columns)
}

/// Fills columns of the caller's, one per output; `None` for one that is not wanted.
///
/// # Errors
/// As [`compute`].
pub fn compute_into(
    name: &str,
    inputs: &[&[f64]],
    params: &[(&str, f64)],
    outputs: &mut [Option<&mut [f64]>],
) -> Result<()> {
    let indicator = find(name)?;
    let params = indicator.resolve(params)?;
    indicator.check_columns(inputs, outputs)?;
    let lookback = (indicator.lookback)(&params);
    (indicator.compute.fill)(inputs, &params, lookback, outputs);
    Ok(())
}

/// The stream of an indicator; a `revisable` one can replace its last bar, for about twice the
/// work on each.
///
/// # Errors
/// `UNKNOWN_INDICATOR`; `INVALID_PARAMETER` as [`compute`].
pub fn stream(name: &str, params: &[(&str, f64)], revisable: bool) -> Result<Box<dyn Stream>> {
    let indicator = find(name)?;
    Ok((indicator.compute.open)(
        &indicator.resolve(params)?,
        revisable,
    ))
}
