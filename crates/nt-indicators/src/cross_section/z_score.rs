use super::demean::demean;

pub(super) fn z_score(values: &mut [f64]) {
    demean(values);
    let squares: f64 = values.iter().map(|value| value * value).sum();
    let deviation = (squares / values.len() as f64).sqrt();
    for value in values {
        *value = if deviation > 0.0 {
            *value / deviation
        } else {
            0.0
        };
    }
}
