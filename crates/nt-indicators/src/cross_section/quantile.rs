use super::{quantile_of, sorted};

/// How many of the inner edges lie below each value.
pub(super) fn quantile(values: &mut [f64], parts: usize) {
    if values.is_empty() {
        return;
    }
    let sorted = sorted(values);
    let edges: Vec<f64> = (1..parts)
        .map(|part| quantile_of(&sorted, part as f64 / parts as f64))
        .collect();
    for value in values {
        *value = edges.partition_point(|edge| edge < value) as f64;
    }
}
