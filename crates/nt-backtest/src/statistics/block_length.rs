use crate::measures::mean;

/// Lengths of blocks with which the bootstrap estimates the variance of a mean best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockLength {
    /// Mean length of the stationary bootstrap.
    pub stationary: f64,
    /// Length of the circular block bootstrap.
    pub circular: f64,
}

/// The automatic block length of a series: (2 G²/D)^⅓ n^⅓, with G = Σ λ(k/M) |k| R(k) over
/// autocovariances R, D = 2 g² for the stationary and 4/3 g² for the circular bootstrap,
/// g = Σ λ(k/M) R(k), λ the flat-top window, and M twice the lag after which autocorrelations stay
/// within 2 √(log₁₀ n / n).
///
/// At least 1, at most min(3 √n, n/3), as the authors' code has it; 1 of a series without deviation
/// or shorter than 8, from which no dependence can be read.
///
/// Source: Politis and White (2004), *Automatic Block-Length Selection for the Dependent Bootstrap*,
/// with the correction of Patton, Politis and White (2009), Econometric Reviews 28.
#[must_use]
pub fn automatic_block_length(series: &[f64]) -> BlockLength {
    let n = series.len();
    let one = BlockLength {
        stationary: 1.0,
        circular: 1.0,
    };
    if n < 8 {
        return one;
    }
    let root = (n as f64).sqrt();
    let run = 5_usize.max((n as f64).log10().sqrt().ceil() as usize);
    let covariances = autocovariances(series, (root.ceil() as usize + run).min(n - 1));
    if covariances[0].is_nan() || covariances[0] <= 0.0 {
        return one;
    }
    let width = window(&covariances, n, run);
    let (mut flat, mut slope) = (covariances[0], 0.0);
    for (lag, covariance) in covariances.iter().enumerate().take(width + 1).skip(1) {
        let weighted = 2.0 * flat_top(lag as f64 / width as f64) * covariance;
        flat += weighted;
        slope += lag as f64 * weighted;
    }
    let most = (3.0 * root).min(n as f64 / 3.0).ceil();
    let length = |d: f64| {
        let best = (2.0 * slope * slope / d).cbrt() * (n as f64).cbrt();
        if best.is_nan() {
            1.0
        } else {
            best.clamp(1.0, most)
        }
    };
    BlockLength {
        stationary: length(2.0 * flat * flat),
        circular: length(4.0 / 3.0 * flat * flat),
    }
}

/// Σ (x(t) - x̄)(x(t+k) - x̄)/n for lags up to the last.
pub(super) fn autocovariances(series: &[f64], last: usize) -> Vec<f64> {
    let mean = mean(series);
    let away: Vec<f64> = series.iter().map(|value| value - mean).collect();
    let product = |lag: usize| -> f64 { away.iter().zip(&away[lag..]).map(|(a, b)| a * b).sum() };
    (0..=last)
        .map(|lag| product(lag) / series.len() as f64)
        .collect()
}

/// M: twice the last lag before so many autocorrelations in a row are insignificant.
pub(super) fn window(covariances: &[f64], n: usize, run: usize) -> usize {
    let bound = 2.0 * ((n as f64).log10() / n as f64).sqrt() * covariances[0];
    let last = covariances.len() - 1;
    let silent = |after: usize| {
        let lags = &covariances[after + 1..=last.min(after + run)];
        lags.iter().all(|value| value.abs() < bound)
    };
    let quiet = (0..last).find(|&after| silent(after)).unwrap_or(last);
    (2 * quiet.max(1)).min(last)
}

/// 1 up to a half, then down to 0 at 1.
pub(super) fn flat_top(share: f64) -> f64 {
    (2.0 * (1.0 - share)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use nt_math::Rng;

    use super::*;

    fn autoregressive(rho: f64, n: usize, seed: u64) -> Vec<f64> {
        let mut rng = Rng::new(seed);
        let mut value = 0.0;
        let mut step = || {
            value = rho * value + rng.next_normal();
            value
        };
        (0..n).map(|_| step()).collect()
    }

    /// Of an autoregression G = 2ρ/((1-ρ)²(1-ρ²)) and g = 1/(1-ρ)² times σ², so the best stationary
    /// length is (4ρ²/(1-ρ²)²)^⅓ n^⅓ and the circular one is 1.5^⅓ of it.
    #[test]
    fn of_an_autoregression_it_is_near_the_best() {
        let (rho, n) = (0.6_f64, 4000_usize);
        let best = (4.0 * rho.powi(2) / (1.0 - rho * rho).powi(2)).cbrt() * (n as f64).cbrt();
        let lengths: Vec<BlockLength> = (0..40)
            .map(|seed| automatic_block_length(&autoregressive(rho, n, seed)))
            .collect();
        let mean = lengths.iter().map(|length| length.stationary).sum::<f64>() / 40.0;
        assert!((mean / best - 1.0).abs() < 0.15, "{mean}, {best}");
        for length in lengths {
            assert!((length.circular / length.stationary - 1.5_f64.cbrt()).abs() < 1e-9);
        }
    }

    #[test]
    fn of_noise_it_is_short() {
        let lengths = (0..40).map(|seed| automatic_block_length(&autoregressive(0.0, 1000, seed)));
        let mean = lengths.map(|length| length.stationary).sum::<f64>() / 40.0;
        assert!(mean < 5.0, "{mean}");
    }

    #[test]
    fn it_is_bounded_and_never_below_one() {
        let trend: Vec<f64> = (0..900).map(f64::from).collect();
        assert!(automatic_block_length(&trend).stationary <= 90.0);
        for series in [&[0.0; 50][..], &[1.0, 2.0], &[], &[f64::NAN; 20]] {
            assert_eq!(automatic_block_length(series).stationary, 1.0);
        }
    }
}
