/// From the mean; about the first value, so that digits are kept at any offset.
pub(super) fn demean(values: &mut [f64]) {
    let Some(&origin) = values.first() else {
        return;
    };
    let mean = nt_math::sum_about(values, origin) / values.len() as f64;
    for value in values {
        *value = (*value - origin) - mean;
    }
}
