//! How far prices move.

use crate::indicator::Indicator;

mod adr;
mod atr;
mod choppiness;
mod cvi;
mod massi;
mod natr;
mod rogers_satchell;
mod rvi;
mod true_range;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &adr::INDICATOR,
    &atr::INDICATOR,
    &choppiness::INDICATOR,
    &cvi::INDICATOR,
    &massi::INDICATOR,
    &natr::INDICATOR,
    &rogers_satchell::INDICATOR,
    &rvi::INDICATOR,
    &true_range::INDICATOR,
];
