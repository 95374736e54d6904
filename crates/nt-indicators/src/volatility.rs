//! How far prices move.

use crate::indicator::Indicator;

mod adr;
mod atr;
mod choppiness;
mod cvi;
mod garman_klass;
mod historical_volatility;
mod massi;
mod natr;
mod parkinson;
mod rogers_satchell;
mod rvi;
mod tradingview_atr;
mod true_range;
mod ulcer_index;
mod williams_vix_fix;
mod yang_zhang;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &adr::INDICATOR,
    &atr::INDICATOR,
    &choppiness::INDICATOR,
    &cvi::INDICATOR,
    &garman_klass::INDICATOR,
    &historical_volatility::INDICATOR,
    &massi::INDICATOR,
    &natr::INDICATOR,
    &parkinson::INDICATOR,
    &rogers_satchell::INDICATOR,
    &rvi::INDICATOR,
    &tradingview_atr::INDICATOR,
    &true_range::INDICATOR,
    &ulcer_index::INDICATOR,
    &williams_vix_fix::INDICATOR,
    &yang_zhang::INDICATOR,
];
