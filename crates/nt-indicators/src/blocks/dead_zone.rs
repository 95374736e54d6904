/// Whether a difference is nothing but the rounding of what it was made of, `size` being the sum of
/// their magnitudes: the dead zone of TA-Lib 0.8, some 90 units in the last place.
#[inline]
pub(crate) fn is_rounding(difference: f64, size: f64) -> bool {
    difference.abs() <= 1e-14 * size
}
