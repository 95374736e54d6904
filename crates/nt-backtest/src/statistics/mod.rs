//! Statistics that do not flatter: what a good result is worth after so many tries, on so few bars,
//! of returns that are not normal. One a file, with formula, units, NaN rule and source.
//!
//! Sharpe ratios are of **one period** throughout; kurtosis is raw. Whatever draws random numbers is
//! seeded and gives the same bits on any number of threads.

mod backtest_overfitting;
mod block_length;
mod check_returns;
mod confidence_intervals;
mod deflated_sharpe;
mod deflated_sharpe_gate;
mod effective_trials;
mod expected_max_sharpe;
#[cfg(test)]
mod fixture;
mod headline;
mod influence;
mod minimum_track_record;
mod monte_carlo_trades;
mod probabilistic_sharpe;
mod quantile;
mod reality_check;
mod resampling;
mod shape;
mod standard_error;
mod trials;
mod work;

pub use backtest_overfitting::{Overfitting, backtest_overfitting};
pub use block_length::{BlockLength, automatic_block_length};
pub use check_returns::check_returns;
pub use confidence_intervals::{
    Interval, IntervalOptions, Intervals, Method, confidence_intervals,
};
pub use deflated_sharpe::deflated_sharpe;
pub use deflated_sharpe_gate::{Gate, GateInput, deflated_sharpe_gate};
pub use effective_trials::effective_trials;
pub use expected_max_sharpe::expected_max_sharpe;
pub use headline::{Headline, Target};
pub use influence::Influence;
pub use minimum_track_record::minimum_track_record;
pub use monte_carlo_trades::{Growth, MonteCarlo, MonteCarloOptions, Scramble, monte_carlo_trades};
pub use probabilistic_sharpe::probabilistic_sharpe;
pub use quantile::{ascending, quantile};
pub use reality_check::{RealityCheck, RealityCheckOptions, reality_check};
pub use resampling::Resampling;
pub use shape::Shape;
pub use standard_error::{
    standard_error, standard_error_of_all_blocks, standard_error_of_drawn_blocks,
};
pub use trials::Trials;
pub use work::Work;
