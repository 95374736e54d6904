//! Windowed sums keep their digits at great offsets, after spikes and over long series.

use nt_indicators::{BandsColumns, bollinger_bands, sma};
use nt_math::Rng;

/// A random walk on a dyadic grid, so that the exact references below are exact.
fn walk(length: usize, offset: f64) -> Vec<f64> {
    let mut rng = Rng::new(11);
    let mut steps = 0.0;
    let next = |_| {
        steps += (rng.next_f64() * 17.0).floor() - 8.0;
        offset + steps / 64.0
    };
    (0..length).map(next).collect()
}

/// The deviation of a window in whole numbers: exact but for the last division and root.
fn exact_deviation(window: &[f64]) -> f64 {
    let values = window.iter().map(|value| (value * 64.0) as i128);
    let (sum, squares) = values.fold((0, 0), |(sum, squares), value| {
        (sum + value, squares + value * value)
    });
    let count = window.len() as i128;
    ((count * squares - sum * sum) as f64).sqrt() / (count as f64 * 64.0)
}

fn worst_deviation(x: &[f64], period: usize) -> f64 {
    let (mut upper, mut lower) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    let columns = BandsColumns {
        upper: Some(&mut upper),
        lower: Some(&mut lower),
        middle: None,
    };
    // Wide bands, so that the width is not lost beside the offset.
    bollinger_bands(x, period, 1e6, columns).unwrap();
    let errors = (period - 1..x.len()).map(|bar| {
        let exact = exact_deviation(&x[bar + 1 - period..=bar]);
        let ours = (upper[bar] - lower[bar]) / 2e6;
        if exact == 0.0 {
            ours
        } else {
            (ours - exact).abs() / exact
        }
    });
    errors.fold(0.0, f64::max)
}

#[test]
fn the_deviation_keeps_its_digits_at_any_offset() {
    for offset in [0.0, 1e4, 1e6, 1e8] {
        for period in [2, 5, 20, 100] {
            let worst = worst_deviation(&walk(20_000, offset), period);
            assert!(worst < 1e-11, "offset {offset}, period {period}: {worst:e}");
        }
    }
}

#[test]
fn it_heals_when_a_spike_leaves() {
    let mut x = walk(2_000, 100.0);
    x[700] = 1e9;
    x[1300] = -3e7;
    assert!(worst_deviation(&x, 20) < 1e-11);
    let mut flat = walk(100, 100.0);
    flat.extend([5.0 / 64.0; 60]);
    assert!(
        worst_deviation(&flat, 20) < 1e-11,
        "a flat window has no deviation"
    );
}

#[test]
fn an_average_heals_when_a_spike_leaves() {
    let mut x = walk(3_000, 100.0);
    x[700] = 1e17;
    let mut out = vec![0.0; x.len()];
    sma(&x, 20, &mut out).unwrap();
    for bar in 720..x.len() {
        let exact = x[bar - 19..=bar].iter().sum::<f64>() / 20.0;
        assert!((out[bar] - exact).abs() <= 1e-13 * exact.abs(), "bar {bar}");
    }
}
