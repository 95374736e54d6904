/// A step over a value that may not be there yet: a NaN is passed on, and the step not taken.
#[inline]
pub(crate) fn once_there(value: f64, step: impl FnOnce(f64) -> f64) -> f64 {
    if value.is_nan() { value } else { step(value) }
}

/// How many values at the front of a column are not there yet.
pub(crate) fn leading_nans(column: &[f64]) -> usize {
    column.iter().take_while(|value| value.is_nan()).count()
}
