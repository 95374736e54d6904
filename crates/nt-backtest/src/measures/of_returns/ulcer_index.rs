use super::super::Conventions;
use super::defined;
use crate::statistics::Headline;

/// Ulcer index: the root of the mean square of the drawdowns at the ends of all periods, a positive
/// fraction. The start is the first peak. NaN without a return.
///
/// Source: Martin and `McCann`, *The Investor's Guide to Fidelity Funds* (1989). quantstats divides by
/// one less and does not see a fall on the first day.
#[must_use]
pub fn ulcer_index(returns: &[f64]) -> f64 {
    let squares: f64 = underwater(returns).iter().map(|depth| depth * depth).sum();
    (squares / returns.len() as f64).sqrt()
}

/// Ulcer performance index: growth a year less the risk-free rate, over the [`ulcer_index`]. NaN
/// without a fall.
///
/// Source: Martin and `McCann`. quantstats has the total return in the place of that of a year.
#[must_use]
pub fn ulcer_performance_index(returns: &[f64], conventions: &Conventions) -> f64 {
    let growth = Headline::Cagr.of(returns, conventions);
    defined(growth - conventions.risk_free_rate, ulcer_index(returns))
}

/// The fall from the highest value so far at the end of each period, the start being one: 0 or
/// negative fractions.
#[must_use]
pub fn underwater(returns: &[f64]) -> Vec<f64> {
    let (mut value, mut peak) = (1.0, 1.0);
    let depth = |change: &f64| {
        value *= 1.0 + change;
        peak = f64::max(peak, value);
        value / peak - 1.0
    };
    returns.iter().map(depth).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn a_hand_count() {
        // 0.8, 1, 0.9, 1: depths 0.2, 0, 0.1, 0; no growth in a year of four periods.
        let returns = [-0.2, 0.25, -0.1, 1.0 / 9.0];
        assert_close(ulcer_index(&returns), (0.05_f64 / 4.0).sqrt());
        assert!(ulcer_performance_index(&returns, &arithmetic()).abs() < 1e-12);
        assert_close(
            ulcer_performance_index(&[-0.2, 0.375, 0.0, 0.0], &arithmetic()),
            0.1 / 0.1,
        );
    }

    #[test]
    fn a_loss_on_day_one_counts_and_no_fall_is_none() {
        assert_close(ulcer_index(&[-0.5]), 0.5);
        assert_eq!(ulcer_index(&[0.1]), 0.0);
        assert!(ulcer_index(&[]).is_nan());
        assert!(ulcer_performance_index(&[0.1], &arithmetic()).is_nan());
    }
}
