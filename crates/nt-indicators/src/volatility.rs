//! How far prices move.

use crate::indicator::Indicator;

mod adr;
mod atr;
mod cvi;
mod massi;
mod natr;
mod rvi;
mod true_range;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &adr::INDICATOR,
    &atr::INDICATOR,
    &cvi::INDICATOR,
    &massi::INDICATOR,
    &natr::INDICATOR,
    &rvi::INDICATOR,
    &true_range::INDICATOR,
];
