/// Calmar ratio: annual growth over the greatest drawdown, both fractions. Growth is the compound
/// annual growth rate; backtesting.py and vectorbt take their annual return.
///
/// NaN without a drawdown.
///
/// Source: Young (1991), *Calmar Ratio: A Smoother Tool*, over the whole run instead of 36 months.
#[must_use]
pub fn calmar_ratio(annual_growth: f64, max_drawdown: f64) -> f64 {
    if max_drawdown == 0.0 {
        f64::NAN
    } else {
        annual_growth / max_drawdown.abs()
    }
}

#[cfg(test)]
mod tests {
    use super::calmar_ratio;

    #[test]
    fn growth_over_drawdown() {
        assert_eq!(calmar_ratio(0.25, -0.5), 0.5);
        assert_eq!(calmar_ratio(-1.0, -1.0), -1.0);
        assert!(calmar_ratio(0.25, 0.0).is_nan());
        assert!(calmar_ratio(f64::NAN, -0.5).is_nan());
    }
}
