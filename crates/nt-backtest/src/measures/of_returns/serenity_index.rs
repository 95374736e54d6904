use super::super::{Conventions, annual_volatility};
use super::{conditional_value_at_risk, defined, ulcer_index, underwater};
use crate::statistics::Headline;

/// Serenity index: growth a year less the risk-free rate, over the ulcer index times the pitfall,
/// which is the mean of the worst 5 % of the drawdowns at the ends of periods over the annual
/// volatility. NaN without a fall or a deviation.
///
/// Source: Keller, *The Serenity Ratio* (2014). quantstats has the sum of all returns in the place of
/// the growth and the deviation of a day in that of a year.
#[must_use]
pub fn serenity_index(returns: &[f64], conventions: &Conventions) -> f64 {
    let growth = Headline::Cagr.of(returns, conventions);
    let deepest = conditional_value_at_risk(&underwater(returns), 0.05).abs();
    let pitfall = defined(deepest, annual_volatility(returns, conventions));
    defined(
        growth - conventions.risk_free_rate,
        ulcer_index(returns) * pitfall,
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    #[test]
    fn a_hand_count() {
        // 0.8, 1.1: depths 0.2 and 0 and again 0: growth 0.1 in a year, ulcer 0.1, worst 0.2.
        let returns = [-0.2, 0.375, 0.0, 0.0];
        let mean: f64 = 0.175 / 4.0;
        let squares = 0.04 + 0.375 * 0.375 - 4.0 * mean * mean;
        let volatility = 2.0 * (squares / 3.0).sqrt();
        assert_close(
            serenity_index(&returns, &arithmetic()),
            0.1 / (0.1 * 0.2 / volatility),
        );
        assert!(serenity_index(&[0.1, 0.2], &arithmetic()).is_nan());
        assert!(serenity_index(&[], &arithmetic()).is_nan());
    }
}
