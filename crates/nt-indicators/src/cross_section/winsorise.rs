use super::{quantile_of, sorted};

pub(super) fn winsorise(values: &mut [f64], share: f64) {
    if values.is_empty() {
        return;
    }
    let sorted = sorted(values);
    let (low, high) = (
        quantile_of(&sorted, share),
        quantile_of(&sorted, 1.0 - share),
    );
    for value in values {
        // At one half both are the median, give or take its last digit.
        *value = value.max(low).min(high.max(low));
    }
}
