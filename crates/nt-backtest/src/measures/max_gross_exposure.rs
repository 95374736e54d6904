/// The greatest gross exposure at the end of a step from `start` on: gross value of the positions
/// over equity, a multiple. Steps without a value are passed over. NaN when the column is empty.
///
/// Source: gross leverage as in Regulation (EU) 231/2013, article 7, without netting of hedges.
/// (vectorbt divides by the gross value plus the cash not bound by shorts, which is the same
/// without shorts; a column of that reproduces its figure.)
#[must_use]
pub fn max_gross_exposure(gross_exposure: &[f64], start: usize) -> f64 {
    gross_exposure
        .iter()
        .skip(start)
        .copied()
        .fold(f64::NAN, f64::max)
}

#[cfg(test)]
mod tests {
    use super::max_gross_exposure;

    #[test]
    fn the_highest_after_warm_up() {
        assert_eq!(max_gross_exposure(&[9.0, 0.5, f64::NAN, 1.5], 1), 1.5);
        assert_eq!(max_gross_exposure(&[0.0], 0), 0.0);
        assert!(max_gross_exposure(&[], 0).is_nan());
    }
}
