use napi::bindgen_prelude::Float64Array;
use napi_derive::napi;
use nt_core::{Code, Error};
use nt_indicators::CrossSection;

use crate::error::{Result, thrown};

/// A column for each column, bar by bar across those of the same group; `parameter` is the share to
/// winsorise or the number of quantiles.
#[napi]
pub fn cross_section(
    method: String,
    columns: Vec<&[f64]>,
    groups: Vec<u32>,
    parameter: f64,
) -> Result<Vec<Float64Array>> {
    let what = named(&method, parameter).map_err(thrown)?;
    let made = nt_indicators::cross_section(what, &columns, &groups).map_err(thrown)?;
    Ok(made.into_iter().map(Float64Array::new).collect())
}

fn named(method: &str, parameter: f64) -> nt_core::Result<CrossSection> {
    Ok(match method {
        "rank" => CrossSection::Rank,
        "percentRank" => CrossSection::PercentRank,
        "zScore" => CrossSection::ZScore,
        "demean" => CrossSection::Demean,
        "winsorise" => CrossSection::Winsorise(parameter),
        "quantile" => CrossSection::Quantile(whole(parameter)?),
        _ => {
            let message = format!("no cross-section is called {method}: give one of the engine's");
            return Err(Error::new(Code::InvalidArgument, message).with("method", method));
        }
    })
}

fn whole(parts: f64) -> nt_core::Result<usize> {
    if parts.fract() == 0.0 && (0.0..=1e9).contains(&parts) {
        return Ok(parts as usize);
    }
    let message = format!("the number of quantiles is {parts}: give a whole number from 2");
    Err(Error::new(Code::InvalidParameter, message))
}
