use super::super::{Conventions, annual_volatility, beta, sharpe_ratio, sortino_ratio};

/// Which measure is taken of each window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rolling {
    /// Sharpe ratio.
    Sharpe,
    /// Sortino ratio.
    Sortino,
    /// Annual volatility.
    Volatility,
    /// Beta to the benchmark.
    Beta,
}

/// A measure of each window of so many periods, at the last period of the window: it knows nothing
/// of what follows. NaN before the first window is full, everywhere where the window is 0, and where
/// the measure is undefined.
///
/// Source: the rolling measures of pyfolio and quantstats; the latter divides the risk-free rate by
/// the window, and takes means of the whole sample into its rolling alpha.
#[must_use]
pub fn rolling(
    what: Rolling,
    returns: &[f64],
    benchmark: &[f64],
    window: usize,
    conventions: &Conventions,
) -> Vec<f64> {
    let mut made = vec![f64::NAN; returns.len()];
    if window == 0 || window > returns.len() {
        return made;
    }
    for (first, each) in made[window - 1..].iter_mut().enumerate() {
        let seen = &returns[first..first + window];
        *each = match what {
            Rolling::Sharpe => sharpe_ratio(seen, conventions),
            Rolling::Sortino => sortino_ratio(seen, conventions),
            Rolling::Volatility => annual_volatility(seen, conventions),
            Rolling::Beta => benchmark
                .get(first..first + window)
                .map_or(f64::NAN, |market| beta(seen, market)),
        };
    }
    made
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    const RETURNS: [f64; 5] = [0.0, 0.2, 0.1, -0.3, 0.4];

    #[test]
    fn a_hand_count() {
        let sharpe = rolling(Rolling::Sharpe, &RETURNS, &[], 2, &arithmetic());
        assert!(sharpe[0].is_nan());
        assert_close(sharpe[1], 2.0_f64.sqrt());
        let volatility = rolling(Rolling::Volatility, &RETURNS, &[], 2, &arithmetic());
        assert_close(volatility[1], 2.0 * 0.02_f64.sqrt());
        let half: Vec<f64> = RETURNS.iter().map(|value| value / 2.0).collect();
        assert_close(
            rolling(Rolling::Beta, &RETURNS, &half, 3, &arithmetic())[4],
            2.0,
        );
    }

    #[test]
    fn what_follows_changes_nothing() {
        for what in [
            Rolling::Sharpe,
            Rolling::Sortino,
            Rolling::Volatility,
            Rolling::Beta,
        ] {
            let whole = rolling(what, &RETURNS, &[0.1, 0.2, 0.0, 0.3, 0.1], 3, &arithmetic());
            let cut = rolling(what, &RETURNS[..4], &[0.1, 0.2, 0.0, 0.3], 3, &arithmetic());
            assert_eq!(whole[3].to_bits(), cut[3].to_bits());
        }
    }

    #[test]
    fn windows_that_do_not_fit() {
        for window in [0, 6] {
            let none = rolling(Rolling::Sharpe, &RETURNS, &[], window, &arithmetic());
            assert!(none.len() == 5 && none.iter().all(|value| value.is_nan()));
        }
        assert!(rolling(Rolling::Beta, &RETURNS, &[], 2, &arithmetic())[4].is_nan());
    }
}
