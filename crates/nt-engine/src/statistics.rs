use napi::bindgen_prelude::{BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::measures::Conventions;
use nt_backtest::measures::of_returns::{self, ReturnSeries, Rolling};
use nt_backtest::statistics::{self, GateInput, Shape, Trials};
use nt_core::Code;

use crate::error::{Result, thrown};

/// What became of the best of several trials.
#[napi(object, object_from_js = false)]
pub struct SharpeGate {
    pub passed: bool,
    pub deflated_sharpe: f64,
    pub probabilistic_sharpe: f64,
    pub sharpe: f64,
    pub expected_max_sharpe: f64,
    pub trials: f64,
    pub variance: f64,
    pub minimum_track_record: f64,
}

/// Returns of periods, and what they are set beside; empty columns are not known.
#[napi(object, object_to_js = false)]
pub struct ReturnColumns {
    pub returns: Float64Array,
    pub time: BigInt64Array,
    pub benchmark: Float64Array,
    pub periods_per_year: Option<f64>,
    pub risk_free_rate: f64,
}

/// Measures by name, in order, and the periods in a year that they were annualised by.
#[napi(object, object_from_js = false)]
pub struct ReturnMeasures {
    pub names: Vec<String>,
    pub values: Float64Array,
    pub periods_per_year: f64,
}

/// A fall from a peak; periods count from 1, and 0 is the start.
#[napi(object, object_from_js = false)]
pub struct FallRow {
    pub peak: u32,
    pub trough: u32,
    pub end: u32,
    pub depth: f64,
    pub recovered: bool,
}

/// The gate of the deflated Sharpe ratio.
#[napi]
pub fn sharpe_gate(
    returns: Float64Array,
    trial_sharpes: Float64Array,
    trials: Option<f64>,
    benchmark: f64,
    confidence: f64,
) -> Result<SharpeGate> {
    statistics::check_returns(&returns).map_err(thrown)?;
    let gate = statistics::deflated_sharpe_gate(&GateInput {
        returns: &returns,
        trial_sharpes: &trial_sharpes,
        trials,
        benchmark,
        confidence,
    });
    Ok(SharpeGate {
        passed: gate.passed,
        deflated_sharpe: gate.deflated_sharpe,
        probabilistic_sharpe: gate.probabilistic_sharpe,
        sharpe: gate.sharpe,
        expected_max_sharpe: gate.expected_max_sharpe,
        trials: gate.trials,
        variance: gate.variance,
        minimum_track_record: gate.minimum_track_record,
    })
}

/// The probabilistic Sharpe ratio against a benchmark of one period.
#[napi]
pub fn probabilistic_sharpe(returns: Float64Array, benchmark: f64) -> Result<f64> {
    statistics::check_returns(&returns).map_err(thrown)?;
    Ok(statistics::probabilistic_sharpe(
        &Shape::of(&returns),
        benchmark,
    ))
}

/// How many returns a Sharpe ratio must last for.
#[napi]
pub fn minimum_track_record(returns: Float64Array, benchmark: f64, confidence: f64) -> Result<f64> {
    statistics::check_returns(&returns).map_err(thrown)?;
    let shape = Shape::of(&returns);
    Ok(statistics::minimum_track_record(
        &shape, benchmark, confidence,
    ))
}

/// How many independent trials these rows of returns amount to.
#[napi]
pub fn effective_trials(values: Float64Array, trials: u32) -> Result<f64> {
    let trials = Trials::new(&values, trials as usize).map_err(thrown)?;
    Ok(statistics::effective_trials(&trials))
}

/// All measures of a series of returns.
#[napi]
pub fn return_measures(columns: ReturnColumns) -> Result<ReturnMeasures> {
    let (series, conventions) = checked(&columns)?;
    let named = of_returns::return_measures(&series, &conventions);
    Ok(ReturnMeasures {
        names: named.iter().map(|(name, _)| (*name).to_owned()).collect(),
        values: Float64Array::new(named.iter().map(|(_, value)| *value).collect()),
        periods_per_year: conventions.periods_per_year,
    })
}

/// A measure of each window.
#[napi]
pub fn rolling_measure(columns: ReturnColumns, name: String, window: u32) -> Result<Float64Array> {
    let (series, conventions) = checked(&columns)?;
    let what = match name.as_str() {
        "sharpeRatio" => Rolling::Sharpe,
        "sortinoRatio" => Rolling::Sortino,
        "annualVolatility" => Rolling::Volatility,
        "beta" => Rolling::Beta,
        _ => return Err(unknown(&name)),
    };
    let (returns, benchmark) = (series.returns, series.benchmark);
    let made = of_returns::rolling(what, returns, benchmark, window as usize, &conventions);
    Ok(Float64Array::new(made))
}

/// The deepest falls.
#[napi]
pub fn drawdown_table(returns: Float64Array, most: u32) -> Result<Vec<FallRow>> {
    statistics::check_returns(&returns).map_err(thrown)?;
    let falls = of_returns::drawdown_table(&returns, most as usize);
    let row = |fall: &of_returns::Fall| FallRow {
        peak: fall.peak as u32,
        trough: fall.trough as u32,
        end: fall.end as u32,
        depth: fall.depth,
        recovered: fall.recovered,
    };
    Ok(falls.iter().map(row).collect())
}

fn checked(columns: &ReturnColumns) -> Result<(ReturnSeries<'_>, Conventions)> {
    let series = ReturnSeries {
        returns: &columns.returns,
        time: &columns.time,
        benchmark: &columns.benchmark,
    };
    series.check().map_err(thrown)?;
    let conventions = series.conventions(columns.periods_per_year);
    let conventions = Conventions {
        risk_free_rate: columns.risk_free_rate,
        ..conventions.map_err(thrown)?
    };
    Ok((series, conventions))
}

#[cold]
fn unknown(name: &str) -> crate::error::Error {
    let message = format!(
        "there is no rolling measure {name:?}: take sharpeRatio, sortinoRatio, annualVolatility or beta"
    );
    thrown(nt_core::Error::new(Code::InvalidArgument, message))
}
