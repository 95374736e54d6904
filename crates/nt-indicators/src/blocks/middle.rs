/// Half-way between the greatest of the highs and the least of the lows of the last `period` bars,
/// for the last bars of both columns, with the bits of two [`super::RollingExtreme`]s.
pub(crate) fn fill_middle(high: &[f64], low: &[f64], period: usize, out: &mut [f64]) {
    nt_math::rolling_max(out, high, period);
    let mut lowest = vec![0.0; out.len()];
    nt_math::rolling_min(&mut lowest, low, period);
    nt_math::map_triples(out, &lowest, &lowest, |highest, lowest, _| {
        (highest + lowest) * 0.5
    });
}
