//! Windowed sums keep their digits at great offsets, after spikes and over long series.

use nt_indicators::compute;
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
    // Wide bands, so that the width is not lost beside the offset.
    let params = [("period", period as f64), ("deviations", 1e6)];
    let bands = compute("bollinger-bands", &[x], &params).unwrap();
    let (upper, lower) = (&bands[0], &bands[2]);
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
    let out = compute("sma", &[&x], &[("period", 20.0)])
        .unwrap()
        .remove(0);
    for bar in 720..x.len() {
        let exact = x[bar - 19..=bar].iter().sum::<f64>() / 20.0;
        assert!((out[bar] - exact).abs() <= 1e-13 * exact.abs(), "bar {bar}");
    }
}

/// Over a window of a walk on a grid, from the definition: the sums are exact but for their last
/// digits, as the mean is taken off first.
fn exact(name: &str, x: &[f64], y: &[f64]) -> f64 {
    let n = x.len() as f64;
    let mean = |x: &[f64]| x.iter().map(|value| value - x[0]).sum::<f64>() / n + x[0];
    let (mean_x, mean_y) = (mean(x), mean(y));
    let product = |x: &[f64], y: &[f64], a: f64, b: f64| {
        x.iter().zip(y).map(|(x, y)| (x - a) * (y - b)).sum::<f64>()
    };
    let xx = product(x, x, mean_x, mean_x);
    let places: Vec<f64> = (0..x.len()).map(|place| place as f64).collect();
    let middle = (n - 1.0) / 2.0;
    match name {
        "variance" => xx / n,
        "stddev" => (xx / n).sqrt(),
        "correl" => {
            let yy = product(y, y, mean_y, mean_y);
            product(x, y, mean_x, mean_y) / (xx * yy).sqrt()
        }
        _ => product(x, &places, mean_x, middle) / product(&places, &places, middle, middle),
    }
}

#[test]
fn statistics_keep_their_digits_at_any_offset_and_after_a_spike() {
    for offset in [0.0, 1e4, 1e8] {
        for spike in [None, Some(1e9)] {
            let (mut x, y) = (walk(3_000, offset), walk(3_100, offset)[100..].to_vec());
            if let Some(spike) = spike {
                (x[700], x[1500]) = (spike, -spike);
            }
            for (name, period) in [
                ("variance", 20),
                ("stddev", 30),
                ("correl", 25),
                ("linear-regression-slope", 14),
            ] {
                let two = name == "correl";
                let inputs: &[&[f64]] = if two { &[&x, &y] } else { &[&x] };
                let ours = compute(name, inputs, &[("period", f64::from(period))]).unwrap();
                let period = period as usize;
                for bar in (period - 1..x.len())
                    .filter(|bar| !(700..740).contains(bar) && !(1500..1540).contains(bar))
                {
                    let window = bar + 1 - period..=bar;
                    let exact = exact(name, &x[window.clone()], &y[window.clone()]);
                    // A slope or a correlation near zero is told as well as the values allow.
                    let values = &x[window];
                    let size = if two {
                        1.0
                    } else {
                        values
                            .iter()
                            .map(|value| (value - values[0]).abs())
                            .fold(0.0, f64::max)
                    };
                    let error = (ours[0][bar] - exact).abs();
                    assert!(
                        error <= 1e-9 * exact.abs().max(size / period as f64),
                        "{name} bar {bar} offset {offset}: {} {exact}",
                        ours[0][bar]
                    );
                }
            }
        }
    }
}
