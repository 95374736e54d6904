//! Statistics of a window.

use crate::indicator::Indicator;

mod beta;
mod correl;
mod covariance;
mod expected_shortfall;
mod jensen_alpha;
mod linear_regression;
mod linear_regression_angle;
mod linear_regression_intercept;
mod linear_regression_slope;
mod log_return;
mod sharpe;
mod sortino;
mod spearman;
mod stddev;
mod time_series_forecast;
mod value_at_risk;
mod variance;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &beta::INDICATOR,
    &correl::INDICATOR,
    &covariance::INDICATOR,
    &expected_shortfall::INDICATOR,
    &jensen_alpha::INDICATOR,
    &linear_regression::INDICATOR,
    &linear_regression_angle::INDICATOR,
    &linear_regression_intercept::INDICATOR,
    &linear_regression_slope::INDICATOR,
    &log_return::INDICATOR,
    &sharpe::INDICATOR,
    &sortino::INDICATOR,
    &spearman::INDICATOR,
    &stddev::INDICATOR,
    &time_series_forecast::INDICATOR,
    &value_at_risk::INDICATOR,
    &variance::INDICATOR,
];
