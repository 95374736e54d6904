//! What TA-Lib does not have.

use crate::indicator::Indicator;

mod simple_hilbert;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[&simple_hilbert::INDICATOR];
