//! Prices of a bar made into one.

use crate::indicator::Indicator;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[];
