/// Ranks from 1, equal values sharing the mean of theirs.
pub(super) fn rank(values: &mut [f64]) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0.0;
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let count = equal.len() as f64;
        for &at in equal {
            ranks[at] = before + f64::midpoint(count, 1.0);
        }
        before += count;
    }
    values.copy_from_slice(&ranks);
}

/// Ranks from 0 to 1; one half for a value alone.
pub(super) fn percent_rank(values: &mut [f64]) {
    rank(values);
    let last = values.len() as f64 - 1.0;
    for value in values {
        *value = if last > 0.0 {
            (*value - 1.0) / last
        } else {
            0.5
        };
    }
}
