/// The means of the second, third and fourth powers of the deviations of values from their mean,
/// in two passes, so that they keep their digits at any offset.
pub(crate) fn window_moments(values: &[f64]) -> [f64; 3] {
    let (count, origin) = (values.len() as f64, values[0]);
    let mean = nt_math::sum_about(values, origin) / count;
    let mut sums = [0.0; 3];
    for value in values {
        let deviation = (value - origin) - mean;
        let square = deviation * deviation;
        sums[0] += square;
        sums[1] += square * deviation;
        sums[2] += square * square;
    }
    sums.map(|sum| sum / count)
}

#[cfg(test)]
mod tests {
    use super::window_moments;

    #[test]
    fn of_a_lopsided_window_far_from_zero() {
        let values = [0.0, 0.0, 0.0, 4.0].map(|value| value + 1e8);
        assert_eq!(window_moments(&values), [3.0, 6.0, 21.0]);
    }
}
