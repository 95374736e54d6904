//! Statistics of a window.

use crate::indicator::Indicator;

mod arma_forecast;
mod autocorrelation;
mod beta;
mod correl;
mod covariance;
mod drawdown;
mod entropy;
mod expected_shortfall;
mod hurst;
mod information_ratio;
mod jensen_alpha;
mod kurtosis;
mod linear_regression;
mod linear_regression_angle;
mod linear_regression_intercept;
mod linear_regression_slope;
mod log_return;
mod max_drawdown;
mod median;
mod median_absolute_deviation;
mod omega;
mod percent_rank;
mod percentile;
mod quantile;
mod r_squared;
mod sharpe;
mod skewness;
mod sortino;
mod spearman;
mod stddev;
mod time_series_forecast;
mod tradingview_linear_regression;
mod tradingview_percent_rank;
mod trend_correlation;
mod value_at_risk;
mod variance;
mod z_score;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &arma_forecast::INDICATOR,
    &autocorrelation::INDICATOR,
    &beta::INDICATOR,
    &correl::INDICATOR,
    &covariance::INDICATOR,
    &drawdown::INDICATOR,
    &entropy::INDICATOR,
    &expected_shortfall::INDICATOR,
    &hurst::INDICATOR,
    &information_ratio::INDICATOR,
    &jensen_alpha::INDICATOR,
    &kurtosis::INDICATOR,
    &linear_regression::INDICATOR,
    &linear_regression_angle::INDICATOR,
    &linear_regression_intercept::INDICATOR,
    &linear_regression_slope::INDICATOR,
    &percent_rank::INDICATOR,
    &percentile::INDICATOR,
    &log_return::INDICATOR,
    &max_drawdown::INDICATOR,
    &median::INDICATOR,
    &median_absolute_deviation::INDICATOR,
    &omega::INDICATOR,
    &quantile::INDICATOR,
    &r_squared::INDICATOR,
    &sharpe::INDICATOR,
    &skewness::INDICATOR,
    &sortino::INDICATOR,
    &spearman::INDICATOR,
    &stddev::INDICATOR,
    &time_series_forecast::INDICATOR,
    &tradingview_linear_regression::INDICATOR,
    &tradingview_percent_rank::INDICATOR,
    &trend_correlation::INDICATOR,
    &value_at_risk::INDICATOR,
    &variance::INDICATOR,
    &z_score::INDICATOR,
];
