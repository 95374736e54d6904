//! How fast and how far prices go one way.

use crate::indicator::Indicator;

mod adx;
mod apo;
mod macd;
mod mom;
mod ppo;
mod roc;
mod rocp;
mod rocr;
mod rocr100;
mod rsi;
mod stoch;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &adx::INDICATOR,
    &apo::INDICATOR,
    &macd::INDICATOR,
    &mom::INDICATOR,
    &ppo::INDICATOR,
    &roc::INDICATOR,
    &rocp::INDICATOR,
    &rocr::INDICATOR,
    &rocr100::INDICATOR,
    &rsi::INDICATOR,
    &stoch::INDICATOR,
];
