/// The value below which a share `p` of ascending values lies, between neighbours on a straight
/// line. NaN of none.
///
/// Source: Hyndman and Fan (1996), *Sample Quantiles in Statistical Packages*, their type 7.
#[must_use]
pub fn quantile(ascending: &[f64], p: f64) -> f64 {
    let Some(last) = ascending.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = place as usize;
    let above = (below + 1).min(last);
    ascending[below] + (place - below as f64) * (ascending[above] - ascending[below])
}

/// The values that are numbers, ascending.
#[must_use]
pub fn ascending(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| !value.is_nan())
        .collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lies_between_neighbours() {
        let values = ascending(&[4.0, 1.0, f64::NAN, 2.0, 3.0]);
        assert_eq!(values, [1.0, 2.0, 3.0, 4.0]);
        assert_eq!((quantile(&values, 0.0), quantile(&values, 1.0)), (1.0, 4.0));
        assert_eq!(
            (quantile(&values, 0.5), quantile(&values, 0.25)),
            (2.5, 1.75)
        );
        assert_eq!(quantile(&[7.0], 0.3), 7.0);
        assert!(quantile(&[], 0.5).is_nan());
    }
}
