//! Operators and functions over columns.

use crate::indicator::Indicator;

mod highest;
mod lowest;
mod max_index;
mod min_index;
mod min_max;
mod min_max_index;
mod sum;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &highest::INDICATOR,
    &lowest::INDICATOR,
    &max_index::INDICATOR,
    &min_index::INDICATOR,
    &min_max::INDICATOR,
    &min_max_index::INDICATOR,
    &sum::INDICATOR,
];
