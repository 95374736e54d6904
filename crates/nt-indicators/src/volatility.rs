//! How far prices move.

use crate::indicator::Indicator;

mod atr;
mod natr;
mod true_range;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] =
    &[&atr::INDICATOR, &natr::INDICATOR, &true_range::INDICATOR];
