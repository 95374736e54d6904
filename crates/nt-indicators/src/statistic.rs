//! Statistics of a window.

use crate::indicator::Indicator;

mod beta;
mod correl;
mod linear_regression;
mod linear_regression_angle;
mod linear_regression_intercept;
mod linear_regression_slope;
mod percent_rank;
mod percentile;
mod stddev;
mod time_series_forecast;
mod variance;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &beta::INDICATOR,
    &correl::INDICATOR,
    &linear_regression::INDICATOR,
    &linear_regression_angle::INDICATOR,
    &linear_regression_intercept::INDICATOR,
    &linear_regression_slope::INDICATOR,
    &percent_rank::INDICATOR,
    &percentile::INDICATOR,
    &stddev::INDICATOR,
    &time_series_forecast::INDICATOR,
    &variance::INDICATOR,
];
