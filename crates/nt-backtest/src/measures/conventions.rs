use serde::{Deserialize, Serialize};

use super::calendar::{has_weekends, spends_weekends, typical_spacing};
use nt_core::NANOS_PER_DAY;

const NANOS_PER_HOUR: i64 = NANOS_PER_DAY / 24;

/// The named preset that conventions come from. Where a library departs from the textbook (what an
/// unfinished trade counts for, what a zero deviation gives), the measure follows its profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Profile {
    /// Our own: warm-up left out, nothing before the first loss forgotten, undefined is NaN.
    #[serde(rename = "neural-trader")]
    NeuralTrader,
    /// The statistics table of backtesting.py 0.6.
    #[serde(rename = "backtesting.py")]
    BacktestingPy,
    /// `Portfolio.stats()` of vectorbt 1.x.
    #[serde(rename = "vectorbt")]
    Vectorbt,
}

/// Length of the periods whose returns enter the ratios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnsPer {
    /// Each bar.
    Bar,
    /// Calendar days of UTC.
    Day,
}

/// Whether annual return and Sharpe ratio compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Annualisation {
    /// They compound the geometric mean return.
    Geometric,
    /// They multiply the mean return.
    Arithmetic,
}

/// What profit factor and expectancy are taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TradeStatistics {
    /// Profits in the currency of the account.
    Pnl,
    /// Returns on the entry value.
    Return,
}

/// How measures are computed. They belong beside every figure: the same run has another Sharpe
/// ratio under another convention.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Conventions {
    /// Named preset these conventions come from.
    pub profile: Profile,
    /// Length of the periods whose returns enter the ratios.
    pub returns_per: ReturnsPer,
    /// Periods in a year, by which ratios are annualised.
    pub periods_per_year: f64,
    /// Delta degrees of freedom of deviations: 0 or 1.
    pub ddof: u8,
    /// Annual risk-free rate, a fraction.
    pub risk_free_rate: f64,
    /// Days in a year, for compound annual growth.
    pub days_per_year: f64,
    /// Whether annual return and Sharpe ratio compound.
    pub annualisation: Annualisation,
    /// Whether profit factor and expectancy are of trade profits or of trade returns.
    pub trade_statistics: TradeStatistics,
}

impl Conventions {
    /// The preset of this profile for steps at these times (nanoseconds since the epoch, UTC,
    /// ascending).
    #[must_use]
    pub fn of(profile: Profile, time: &[i64]) -> Self {
        match profile {
            Profile::NeuralTrader => Self::neural_trader(time),
            Profile::BacktestingPy => Self::backtesting_py(time),
            Profile::Vectorbt => Self::vectorbt(time),
        }
    }

    /// Our default: returns of days where bars are shorter than a day and of bars otherwise;
    /// 252 trading days a year (365 where the market opens on weekends), 52 weeks, 12 months,
    /// 4 quarters or 1 year by the usual gap between bars; arithmetic ratios.
    #[must_use]
    pub fn neural_trader(time: &[i64]) -> Self {
        let spacing = typical_spacing(time).unwrap_or(NANOS_PER_DAY);
        let intraday = spacing < 23 * NANOS_PER_HOUR;
        Self {
            profile: Profile::NeuralTrader,
            returns_per: if intraday {
                ReturnsPer::Day
            } else {
                ReturnsPer::Bar
            },
            periods_per_year: if intraday {
                days(time)
            } else {
                periods_per_year(spacing, time)
            },
            ddof: 1,
            risk_free_rate: 0.0,
            days_per_year: 365.25,
            annualisation: Annualisation::Arithmetic,
            trade_statistics: TradeStatistics::Pnl,
        }
    }

    /// backtesting.py: 52, 12 or 1 periods where the median gap is 7, 31 or 365 whole days,
    /// otherwise days of UTC, 365 of them with weekends in the data and 252 without; compounding
    /// ratios, statistics of trade returns.
    #[must_use]
    pub fn backtesting_py(time: &[i64]) -> Self {
        let (returns_per, periods_per_year) =
            match typical_spacing(time).map(|spacing| spacing.div_euclid(NANOS_PER_DAY)) {
                Some(7) => (ReturnsPer::Bar, 52.0),
                Some(31) => (ReturnsPer::Bar, 12.0),
                Some(365) => (ReturnsPer::Bar, 1.0),
                _ => (
                    ReturnsPer::Day,
                    if spends_weekends(time) { 365.0 } else { 252.0 },
                ),
            };
        Self {
            profile: Profile::BacktestingPy,
            returns_per,
            periods_per_year,
            ddof: 1,
            risk_free_rate: 0.0,
            days_per_year: 365.25,
            annualisation: Annualisation::Geometric,
            trade_statistics: TradeStatistics::Return,
        }
    }

    /// vectorbt: returns of bars, as many in a year as fit into 365 days; arithmetic ratios. The
    /// periods per year are NaN where fewer than two bars leave the bar's length unknown.
    #[must_use]
    pub fn vectorbt(time: &[i64]) -> Self {
        let spacing = typical_spacing(time).map_or(f64::NAN, |spacing| spacing as f64);
        Self {
            profile: Profile::Vectorbt,
            returns_per: ReturnsPer::Bar,
            periods_per_year: 365.0 * NANOS_PER_DAY as f64 / spacing,
            ddof: 1,
            risk_free_rate: 0.0,
            days_per_year: 365.0,
            annualisation: Annualisation::Arithmetic,
            trade_statistics: TradeStatistics::Pnl,
        }
    }

    /// The risk-free return of one period: the annual rate in equal parts.
    #[must_use]
    pub fn risk_free_per_period(&self) -> f64 {
        if self.risk_free_rate == 0.0 {
            0.0
        } else {
            self.risk_free_rate / self.periods_per_year
        }
    }
}

fn days(time: &[i64]) -> f64 {
    if has_weekends(time) { 365.0 } else { 252.0 }
}

fn periods_per_year(spacing: i64, time: &[i64]) -> f64 {
    match spacing as f64 / NANOS_PER_DAY as f64 {
        gap if gap < 1.5 => days(time),
        6.0..=8.0 => 52.0,
        27.0..=32.0 => 12.0,
        85.0..=95.0 => 4.0,
        360.0..=370.0 => 1.0,
        gap => 365.25 / gap,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024-01-01, a Monday.
    const MONDAY: i64 = 19_723 * NANOS_PER_DAY;

    fn every(gap: i64, count: i64) -> Vec<i64> {
        (0..count).map(|step| MONDAY + step * gap).collect()
    }

    fn business_days(weeks: i64) -> Vec<i64> {
        (0..7 * weeks)
            .filter(|day| day % 7 < 5)
            .map(|day| MONDAY + day * NANOS_PER_DAY)
            .collect()
    }

    #[test]
    fn ours_reads_the_year_off_the_bars() {
        let year = |time: &[i64]| {
            let conventions = Conventions::neural_trader(time);
            (conventions.returns_per, conventions.periods_per_year)
        };
        assert_eq!(year(&business_days(8)), (ReturnsPer::Bar, 252.0));
        assert_eq!(year(&every(NANOS_PER_DAY, 60)), (ReturnsPer::Bar, 365.0));
        assert_eq!(
            year(&every(NANOS_PER_HOUR, 24 * 14)),
            (ReturnsPer::Day, 365.0)
        );
        assert_eq!(year(&every(7 * NANOS_PER_DAY, 60)), (ReturnsPer::Bar, 52.0));
        assert_eq!(
            year(&every(30 * NANOS_PER_DAY, 60)),
            (ReturnsPer::Bar, 12.0)
        );
        assert_eq!(year(&every(91 * NANOS_PER_DAY, 60)), (ReturnsPer::Bar, 4.0));
        assert_eq!(year(&every(365 * NANOS_PER_DAY, 9)), (ReturnsPer::Bar, 1.0));
        assert_eq!(year(&[MONDAY]), (ReturnsPer::Bar, 252.0));
    }

    #[test]
    fn backtesting_py_counts_whole_days_of_the_median_gap() {
        let year = |time: &[i64]| {
            let conventions = Conventions::backtesting_py(time);
            (conventions.returns_per, conventions.periods_per_year)
        };
        assert_eq!(year(&business_days(8)), (ReturnsPer::Day, 252.0));
        assert_eq!(
            year(&every(NANOS_PER_HOUR, 24 * 14)),
            (ReturnsPer::Day, 365.0)
        );
        assert_eq!(year(&every(7 * NANOS_PER_DAY, 60)), (ReturnsPer::Bar, 52.0));
        assert_eq!(
            year(&every(31 * NANOS_PER_DAY, 60)),
            (ReturnsPer::Bar, 12.0)
        );
    }

    #[test]
    fn vectorbt_fills_365_days_with_bars() {
        assert_eq!(
            Conventions::vectorbt(&every(NANOS_PER_HOUR, 9)).periods_per_year,
            8_760.0
        );
        assert!(Conventions::vectorbt(&[MONDAY]).periods_per_year.is_nan());
    }

    #[test]
    fn its_json_is_the_one_typescript_declares() {
        let json = serde_json::to_value(Conventions::backtesting_py(&business_days(8))).unwrap();
        let declared = serde_json::json!({
            "profile": "backtesting.py", "returnsPer": "day", "periodsPerYear": 252.0, "ddof": 1,
            "riskFreeRate": 0.0, "daysPerYear": 365.25, "annualisation": "geometric",
            "tradeStatistics": "return",
        });
        assert_eq!(json, declared);
    }
}
