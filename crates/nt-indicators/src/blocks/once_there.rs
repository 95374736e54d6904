/// A step over a value that may not be there yet: a NaN is passed on, and the step not taken.
#[inline]
pub(crate) fn once_there(value: f64, step: impl FnOnce(f64) -> f64) -> f64 {
    if value.is_nan() { value } else { step(value) }
}
