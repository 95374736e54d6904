use crate::measures::{
    Conventions, annual_return, annual_volatility, max_drawdown_from_start, omega_ratio,
    sharpe_ratio, sortino_ratio,
};

/// What an interval is an interval of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The value that the process behind the returns has, however long one looks.
    Parameter,
    /// What another history of this length would show: of a path there is no value without one.
    NextHistory,
}

/// The measures that everybody quotes, as functions of returns alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// Excess return for each unit of deviation, annualised.
    SharpeRatio,
    /// Excess return for each unit of downside deviation, annualised.
    SortinoRatio,
    /// Mean return, annualised.
    AnnualReturn,
    /// Deviation, annualised.
    AnnualVolatility,
    /// Growth a year: (∏(1 + r))^(N/n) - 1.
    Cagr,
    /// Gains over losses.
    OmegaRatio,
    /// Growth of the whole history.
    TotalReturn,
    /// Deepest fall from a peak, the start being one.
    MaxDrawdown,
    /// Growth a year over the deepest fall.
    CalmarRatio,
}

impl Headline {
    /// Every one, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::SharpeRatio,
        Self::SortinoRatio,
        Self::AnnualReturn,
        Self::AnnualVolatility,
        Self::Cagr,
        Self::OmegaRatio,
        Self::TotalReturn,
        Self::MaxDrawdown,
        Self::CalmarRatio,
    ];

    /// The name that the measure has in TypeScript.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SharpeRatio => "sharpeRatio",
            Self::SortinoRatio => "sortinoRatio",
            Self::AnnualReturn => "annualReturn",
            Self::AnnualVolatility => "annualVolatility",
            Self::Cagr => "cagr",
            Self::OmegaRatio => "omegaRatio",
            Self::TotalReturn => "totalReturn",
            Self::MaxDrawdown => "maxDrawdown",
            Self::CalmarRatio => "calmarRatio",
        }
    }

    /// What its interval is of.
    #[must_use]
    pub const fn target(self) -> Target {
        match self {
            Self::TotalReturn | Self::MaxDrawdown | Self::CalmarRatio => Target::NextHistory,
            _ => Target::Parameter,
        }
    }

    /// The measure of these returns. NaN where it is undefined.
    #[must_use]
    pub fn of(self, returns: &[f64], conventions: &Conventions) -> f64 {
        match self {
            Self::SharpeRatio => sharpe_ratio(returns, conventions),
            Self::SortinoRatio => sortino_ratio(returns, conventions),
            Self::AnnualReturn => annual_return(returns, conventions),
            Self::AnnualVolatility => annual_volatility(returns, conventions),
            Self::Cagr => growth_a_year(returns, conventions),
            Self::OmegaRatio => omega_ratio(returns, conventions),
            Self::TotalReturn => growth(returns) - 1.0,
            Self::MaxDrawdown => max_drawdown_from_start(returns),
            Self::CalmarRatio => {
                let deepest = max_drawdown_from_start(returns).abs();
                if deepest == 0.0 {
                    f64::NAN
                } else {
                    growth_a_year(returns, conventions) / deepest
                }
            }
        }
    }
}

fn growth(returns: &[f64]) -> f64 {
    if returns.is_empty() {
        return f64::NAN;
    }
    returns
        .iter()
        .fold(1.0, |value, change| value * (1.0 + change))
}

fn growth_a_year(returns: &[f64], conventions: &Conventions) -> f64 {
    let years = returns.len() as f64 / conventions.periods_per_year;
    growth(returns).max(0.0).powf(years.recip()) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::fixture::quarterly;

    #[test]
    fn a_hand_count() {
        // 1.1 · 0.9 · 1.1 · 1.0 = 1.089 in a year of four periods; the fall is a tenth.
        let returns = [0.1, -0.1, 0.1, 0.0];
        let of = |measure: Headline| measure.of(&returns, &quarterly());
        assert!((of(Headline::TotalReturn) - 0.089).abs() < 1e-12);
        assert!((of(Headline::Cagr) - 0.089).abs() < 1e-12);
        assert!((of(Headline::MaxDrawdown) + 0.1).abs() < 1e-12);
        assert!((of(Headline::CalmarRatio) - 0.89).abs() < 1e-12);
        assert!((of(Headline::AnnualReturn) - 0.1).abs() < 1e-12);
        assert!((of(Headline::OmegaRatio) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_loss_on_day_one_and_ruin() {
        let of = |measure: Headline, returns: &[f64]| measure.of(returns, &quarterly());
        assert_eq!(of(Headline::MaxDrawdown, &[-0.5, 0.5]), -0.5);
        assert_eq!(of(Headline::Cagr, &[0.5, -1.0]), -1.0);
        assert_eq!(of(Headline::MaxDrawdown, &[0.5, -1.0]), -1.0);
        assert!(of(Headline::CalmarRatio, &[0.1, 0.1]).is_nan());
        assert!(of(Headline::TotalReturn, &[]).is_nan());
    }
}
