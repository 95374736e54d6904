//! What fits no group of TA-Lib: levels of sessions, breadth of a market, order flow.

use crate::indicator::Indicator;

mod book_imbalance;
mod camarilla_pivots;
mod classic_pivots;
mod demark_pivots;
mod fibonacci_pivots;
mod mcclellan;
mod microprice;
mod order_flow_imbalance;
mod previous_session;
mod simple_hilbert;
mod trin;
mod volume_delta;
mod vpin;
mod woodie_pivots;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &book_imbalance::INDICATOR,
    &camarilla_pivots::INDICATOR,
    &classic_pivots::INDICATOR,
    &demark_pivots::INDICATOR,
    &fibonacci_pivots::INDICATOR,
    &mcclellan::INDICATOR,
    &microprice::INDICATOR,
    &order_flow_imbalance::INDICATOR,
    &previous_session::INDICATOR,
    &simple_hilbert::INDICATOR,
    &trin::INDICATOR,
    &volume_delta::INDICATOR,
    &vpin::INDICATOR,
    &woodie_pivots::INDICATOR,
];
