/// Half-way between the greatest of the highs and the least of the lows of the last `period` bars,
/// with the bits of two [`super::RollingExtreme`]s.
pub(crate) fn fill_middle(high: &[f64], low: &[f64], period: usize, out: &mut [f64]) {
    nt_math::rolling_max(out, high, period);
    let mut lowest = vec![0.0; low.len()];
    nt_math::rolling_min(&mut lowest, low, period);
    for (out, lowest) in out.iter_mut().zip(lowest) {
        *out = (*out + lowest) * 0.5;
    }
}
