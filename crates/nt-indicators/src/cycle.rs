//! Cycles, by the Hilbert transform.

use crate::indicator::Indicator;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[];
