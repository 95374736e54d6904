//! Measures of a series of returns alone: what tear sheets show beside the measures of a run. One a
//! file, with formula, NaN rule, source, and where the libraries they are known from are wrong.
//!
//! The series is typed: it is never guessed whether numbers are prices or returns.

mod autocorrelation_penalty;
mod calendar_periods;
mod capture_ratios;
mod common_sense_ratio;
mod conditional_value_at_risk;
mod correlation;
mod cpc_index;
mod drawdown_table;
mod expected_returns;
mod gain_to_pain;
mod information_ratio;
mod kelly_criterion;
mod outlier_ratios;
mod recovery_factor;
mod return_measures;
mod return_profit_factor;
mod return_series;
mod risk_of_ruin;
mod rolling;
mod serenity_index;
mod stability;
mod streaks;
mod tail_ratio;
mod trailing_returns;
mod treynor_ratio;
mod turnover;
mod ulcer_index;
mod value_at_risk;
mod winning_periods;

pub use autocorrelation_penalty::{autocorrelation_penalty, smart_sharpe, smart_sortino};
pub use calendar_periods::{Calendar, compounded};
pub use capture_ratios::capture_ratios;
pub use common_sense_ratio::common_sense_ratio;
pub use conditional_value_at_risk::{
    conditional_value_at_risk, parametric_conditional_value_at_risk,
};
pub use correlation::correlation;
pub use cpc_index::cpc_index;
pub use drawdown_table::{Fall, drawdown_table, falls};
pub use expected_returns::compounded_mean;
pub use gain_to_pain::gain_to_pain;
pub use information_ratio::{information_ratio, tracking_error};
pub use kelly_criterion::kelly_criterion;
pub use outlier_ratios::outlier_ratios;
pub use recovery_factor::recovery_factor;
pub use return_measures::return_measures;
pub use return_profit_factor::return_profit_factor;
pub use return_series::ReturnSeries;
pub use risk_of_ruin::risk_of_ruin;
pub use rolling::{Rolling, rolling};
pub use serenity_index::serenity_index;
pub use stability::stability;
pub use streaks::longest_streaks;
pub use tail_ratio::tail_ratio;
pub use trailing_returns::{Trailing, trailing_return};
pub use treynor_ratio::treynor_ratio;
pub use turnover::turnover;
pub use ulcer_index::{ulcer_index, ulcer_performance_index, underwater};
pub use value_at_risk::{parametric_value_at_risk, value_at_risk};
pub use winning_periods::WinningPeriods;

/// A quotient; NaN where what it divides by is 0.
fn defined(numerator: f64, denominator: f64) -> f64 {
    if denominator == 0.0 {
        f64::NAN
    } else {
        numerator / denominator
    }
}
