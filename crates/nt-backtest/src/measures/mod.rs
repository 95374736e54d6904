//! Performance measures of a run: one file each, with formula, units, annualisation, NaN rule and
//! source, and a fixture derived by hand.
//!
//! [`measure()`] computes them all under [`Conventions`]. The measures themselves are plain functions
//! of what they need: periodic returns ([`PeriodReturns`]), drawdown episodes ([`drawdowns()`]) or the
//! totals of the trades ([`TradeTotals`]).

mod alpha;
mod annual_return;
mod annual_volatility;
mod average_drawdown;
mod average_drawdown_duration;
mod average_losing_trade;
mod average_losing_trade_duration;
mod average_trade;
mod average_trade_duration;
mod average_winning_trade;
mod average_winning_trade_duration;
mod best_trade;
mod beta;
mod buy_and_hold_return;
mod cagr;
mod calendar;
mod calmar_ratio;
mod conventions;
mod drawdowns;
mod expectancy;
mod exposure_time;
#[cfg(test)]
mod fixture;
mod geometric_mean;
mod input;
mod kelly;
mod max_drawdown;
mod max_drawdown_duration;
mod max_gross_exposure;
mod max_trade_duration;
mod measure;
mod moments;
mod omega_ratio;
mod peak_equity;
mod period_returns;
mod profit_factor;
mod quotient;
mod sharpe_ratio;
mod sortino_ratio;
mod spans;
mod sqn;
mod table;
mod total_return;
mod trade;
mod trade_totals;
mod win_rate;
mod worst_trade;

pub use alpha::{alpha, alpha_of_totals};
pub use annual_return::annual_return;
pub use annual_volatility::annual_volatility;
pub use average_drawdown::average_drawdown;
pub use average_drawdown_duration::average_drawdown_duration;
pub use average_losing_trade::average_losing_trade;
pub use average_losing_trade_duration::average_losing_trade_duration;
pub use average_trade::average_trade;
pub use average_trade_duration::average_trade_duration;
pub use average_winning_trade::average_winning_trade;
pub use average_winning_trade_duration::average_winning_trade_duration;
pub use best_trade::best_trade;
pub use beta::beta;
pub use buy_and_hold_return::buy_and_hold_return;
pub use cagr::cagr;
pub use calmar_ratio::calmar_ratio;
pub use conventions::{Annualisation, Conventions, Profile, ReturnsPer, TradeStatistics};
pub use drawdowns::{Drawdown, drawdowns};
pub use expectancy::expectancy;
pub use exposure_time::exposure_time;
pub use geometric_mean::geometric_mean;
pub use input::Input;
pub use kelly::kelly;
pub use max_drawdown::{max_drawdown, max_drawdown_after_first, max_drawdown_from_start};
pub use max_drawdown_duration::max_drawdown_duration;
pub use max_gross_exposure::max_gross_exposure;
pub use max_trade_duration::max_trade_duration;
pub use measure::measure;
pub(crate) use moments::{deviation, mean};
pub use omega_ratio::omega_ratio;
pub use peak_equity::peak_equity;
pub use period_returns::{PeriodReturns, log_returns};
pub use profit_factor::profit_factor;
pub use quotient::quotient;
pub use sharpe_ratio::sharpe_ratio;
pub use sortino_ratio::sortino_ratio;
pub use spans::Spans;
pub use sqn::sqn;
pub use table::Measures;
pub use total_return::total_return;
pub use trade::Trade;
pub use trade_totals::{Tally, TradeTotals};
pub use win_rate::win_rate;
pub use worst_trade::worst_trade;
