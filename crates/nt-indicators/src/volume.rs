//! Prices and volume together.

use crate::indicator::Indicator;

mod ad;
mod obv;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[&ad::INDICATOR, &obv::INDICATOR];
