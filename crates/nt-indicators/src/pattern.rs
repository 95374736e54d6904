//! Candlestick patterns: 100 where a bullish one ends, -100 where a bearish one does, otherwise 0.

use crate::indicator::Indicator;

mod cdl_doji;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[&cdl_doji::INDICATOR];
