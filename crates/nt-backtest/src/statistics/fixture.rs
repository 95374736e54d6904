//! Moments, returns and conventions from which expected values are derived by hand.

use nt_math::Rng;

use super::Shape;
use crate::measures::{Annualisation, Conventions, Profile, ReturnsPer, TradeStatistics};

/// So many returns with this Sharpe ratio, skewness and raw kurtosis.
pub(super) const fn shaped(count: usize, sharpe: f64, skewness: f64, kurtosis: f64) -> Shape {
    Shape {
        count,
        mean: sharpe,
        deviation: 1.0,
        skewness,
        kurtosis,
    }
}

/// Our conventions with four periods a year, whose root is 2.
pub(super) const fn quarterly() -> Conventions {
    Conventions {
        profile: Profile::NeuralTrader,
        returns_per: ReturnsPer::Bar,
        periods_per_year: 4.0,
        ddof: 1,
        risk_free_rate: 0.0,
        days_per_year: 365.25,
        annualisation: Annualisation::Arithmetic,
        trade_statistics: TradeStatistics::Pnl,
    }
}

/// Independent normal returns.
pub(super) fn normal_returns(count: usize, mean: f64, deviation: f64, seed: u64) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    (0..count)
        .map(|_| mean + deviation * rng.next_normal())
        .collect()
}
