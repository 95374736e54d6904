//! What a file of a pattern needs, in one import.

pub(super) use super::recognizer::{Pattern, all, any, bearish, bullish, entry, signal, within};
pub(super) use crate::blocks::{
    BODY_DOJI, BODY_LONG, BODY_SHORT, Candle, CandleLimit, EQUAL, FAR, NEAR, SHADOW_LONG,
    SHADOW_SHORT, SHADOW_VERY_LONG, SHADOW_VERY_SHORT,
};
pub(super) use crate::indicator::Indicator;
