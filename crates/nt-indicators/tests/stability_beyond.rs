//! Statistics beyond TA-Lib keep their digits far from zero.

use nt_indicators::compute;
use nt_math::Rng;

/// A random walk in whole numbers, exact at any offset.
fn walk(length: usize, seed: u64) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    let mut level = 0.0;
    let next = |_| {
        level += (rng.next_f64() * 17.0).floor() - 8.0;
        level
    };
    (0..length).map(next).collect()
}

/// They do not depend on the offset: what they say of small numbers is what they say of great ones.
#[test]
fn an_offset_of_1e8_changes_nothing() {
    let (x, y) = (walk(4_000, 3), walk(4_000, 5));
    let moved = |column: &[f64]| -> Vec<f64> { column.iter().map(|value| value + 1e8).collect() };
    let (far_x, far_y) = (moved(&x), moved(&y));
    for (name, columns) in [
        ("z-score", 1),
        ("skewness", 1),
        ("kurtosis", 1),
        ("r-squared", 1),
        ("trend-correlation", 1),
        ("autocorrelation", 1),
        ("percent-b", 1),
        ("median-absolute-deviation", 1),
        ("entropy", 1),
        ("covariance", 2),
        ("spearman", 2),
    ] {
        let near: Vec<&[f64]> = [x.as_slice(), &y].into_iter().take(columns).collect();
        let far: Vec<&[f64]> = [far_x.as_slice(), &far_y]
            .into_iter()
            .take(columns)
            .collect();
        for period in [10.0, 60.0] {
            let params = [("period", period)];
            let near = compute(name, &near, &params).unwrap().remove(0);
            let far = compute(name, &far, &params).unwrap().remove(0);
            for (bar, (near, far)) in near.iter().zip(far).enumerate().skip(100) {
                let error = (near - far).abs();
                assert!(
                    error <= 1e-9 * near.abs().max(1.0),
                    "{name} {period} bar {bar}: {near} and {far}"
                );
            }
        }
    }
}

/// Ranges of a tick at prices of 1e8: the logarithms are exact to the first order.
#[test]
fn range_volatilities_keep_small_ranges() {
    let low = vec![1e8; 50];
    let (high, middle) = (vec![1e8 + 2.0; 50], vec![1e8 + 1.0; 50]);
    let parkinson = compute("parkinson", &[&high, &low], &[]).unwrap().remove(0);
    let expected = 2e-8_f64.ln_1p() / (4.0 * std::f64::consts::LN_2).sqrt();
    assert!((parkinson[49] - expected).abs() <= 1e-9 * expected);
    let bars: [&[f64]; 4] = [&middle, &high, &low, &middle];
    let satchell = compute("rogers-satchell", &bars, &[]).unwrap().remove(0);
    let expected = (2.0_f64 * 1e-8 * 1e-8).sqrt();
    assert!((satchell[49] - expected).abs() <= 1e-7 * expected);
}
