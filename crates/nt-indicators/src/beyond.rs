//! What TA-Lib does not have.

use crate::indicator::Indicator;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[];
