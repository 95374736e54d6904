use crate::blocks::Candle;
use crate::prelude::*;

/// How deep a close must reach into a body, as a part of it.
pub(super) const fn penetration(default: f64) -> Param {
    Param::real(
        "penetration",
        "penetration",
        default,
        (0.0, 1e6),
        "Part of the first body by which a close is told to be deep in it",
    )
}

/// A part of its body above the close of a candle. The multiplication is fused with the addition
/// as in TA-Lib, which decides ties; so ask for it last, where everything else holds.
#[inline]
pub(super) fn above_close(candle: Candle, part: f64) -> f64 {
    candle.body().mul_add(part, candle.close)
}

/// A part of its body below the close of a candle; as [`above_close`].
#[inline]
pub(super) fn below_close(candle: Candle, part: f64) -> f64 {
    candle.body().mul_add(-part, candle.close)
}
