/// The mean distance of values from a centre, in the order of [`nt_math::sum`]; NaN where the
/// centre is.
pub(crate) fn mean_distance(values: &[f64], centre: f64) -> f64 {
    nt_math::sum_of_distances(values, centre) / values.len() as f64
}
