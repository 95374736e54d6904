use super::super::{
    Conventions, alpha, annual_return, annual_volatility, beta, max_drawdown_from_start,
    omega_ratio, sharpe_ratio, sortino_ratio,
};
use super::{
    Calendar, ReturnSeries, Trailing, WinningPeriods, autocorrelation_penalty, capture_ratios,
    common_sense_ratio, compounded, compounded_mean, conditional_value_at_risk, correlation,
    cpc_index, falls, gain_to_pain, information_ratio, kelly_criterion, longest_streaks,
    outlier_ratios, parametric_conditional_value_at_risk, parametric_value_at_risk,
    recovery_factor, return_profit_factor, risk_of_ruin, serenity_index, smart_sharpe,
    smart_sortino, stability, tail_ratio, tracking_error, trailing_return, treynor_ratio,
    ulcer_index, ulcer_performance_index, value_at_risk,
};
use crate::statistics::{Headline, Shape, probabilistic_sharpe};

/// Share of periods that values at risk are of.
const TAIL: f64 = 0.05;

/// A measure with the name it has in TypeScript.
pub type Named = (&'static str, f64);

/// All measures of a series of returns, in the order in which they are told. What is not defined is
/// NaN: measures of the calendar without times, measures beside a benchmark without one.
#[must_use]
pub fn return_measures(series: &ReturnSeries, conventions: &Conventions) -> Vec<Named> {
    let mut made = growth(series.returns, conventions);
    made.extend(ratios(series.returns, conventions));
    made.extend(risks(series.returns, conventions));
    made.extend(falling(series.returns));
    made.extend(periods(series.returns));
    made.extend(of_calendar(series));
    made.extend(trailing(series));
    made.extend(beside_benchmark(series, conventions));
    made
}

fn growth(returns: &[f64], conventions: &Conventions) -> Vec<Named> {
    let active = returns.iter().filter(|value| **value != 0.0).count();
    vec![
        ("periods", returns.len() as f64),
        ("timeInMarket", active as f64 / returns.len() as f64),
        (
            "totalReturn",
            Headline::TotalReturn.of(returns, conventions),
        ),
        ("cagr", Headline::Cagr.of(returns, conventions)),
        ("annualReturn", annual_return(returns, conventions)),
        ("annualVolatility", annual_volatility(returns, conventions)),
    ]
}

fn ratios(returns: &[f64], conventions: &Conventions) -> Vec<Named> {
    let sortino = sortino_ratio(returns, conventions);
    let smart = smart_sortino(returns, conventions);
    let shape = Shape::of(returns);
    let excess = Shape {
        mean: shape.mean - conventions.risk_free_per_period(),
        ..shape
    };
    vec![
        ("sharpeRatio", sharpe_ratio(returns, conventions)),
        ("probabilisticSharpe", probabilistic_sharpe(&excess, 0.0)),
        ("smartSharpe", smart_sharpe(returns, conventions)),
        ("sortinoRatio", sortino),
        ("smartSortino", smart),
        // Over √2 a Sortino ratio compares with a Sharpe ratio of symmetric returns.
        ("adjustedSortino", sortino / 2.0_f64.sqrt()),
        ("smartAdjustedSortino", smart / 2.0_f64.sqrt()),
        (
            "autocorrelationPenalty",
            autocorrelation_penalty(returns, conventions),
        ),
        (
            "calmarRatio",
            Headline::CalmarRatio.of(returns, conventions),
        ),
        ("omegaRatio", omega_ratio(returns, conventions)),
        ("gainToPain", gain_to_pain(returns)),
        ("profitFactor", return_profit_factor(returns)),
        ("tailRatio", tail_ratio(returns)),
        ("commonSenseRatio", common_sense_ratio(returns)),
        ("cpcIndex", cpc_index(returns)),
        ("stability", stability(returns)),
    ]
}

fn risks(returns: &[f64], conventions: &Conventions) -> Vec<Named> {
    let shape = Shape::of(returns);
    let [outlier_win, outlier_loss] = outlier_ratios(returns);
    vec![
        ("skewness", shape.skewness),
        ("kurtosis", shape.kurtosis),
        ("excessKurtosis", shape.kurtosis - 3.0),
        ("valueAtRisk", value_at_risk(returns, TAIL)),
        (
            "conditionalValueAtRisk",
            conditional_value_at_risk(returns, TAIL),
        ),
        (
            "parametricValueAtRisk",
            parametric_value_at_risk(returns, TAIL),
        ),
        (
            "parametricConditionalValueAtRisk",
            parametric_conditional_value_at_risk(returns, TAIL),
        ),
        ("ulcerIndex", ulcer_index(returns)),
        (
            "ulcerPerformanceIndex",
            ulcer_performance_index(returns, conventions),
        ),
        ("serenityIndex", serenity_index(returns, conventions)),
        ("riskOfRuin", risk_of_ruin(returns)),
        ("kellyCriterion", kelly_criterion(returns)),
        ("outlierWinRatio", outlier_win),
        ("outlierLossRatio", outlier_loss),
    ]
}

fn falling(returns: &[f64]) -> Vec<Named> {
    let falls = falls(returns);
    let count = falls.len() as f64;
    let lengths = || falls.iter().map(|fall| (fall.end - fall.peak) as f64);
    let mean = |sum: f64| {
        if falls.is_empty() {
            f64::NAN
        } else {
            sum / count
        }
    };
    vec![
        ("maxDrawdown", max_drawdown_from_start(returns)),
        (
            "averageDrawdown",
            mean(falls.iter().map(|fall| fall.depth).sum()),
        ),
        ("longestDrawdown", lengths().fold(0.0, f64::max)),
        ("averageDrawdownLength", mean(lengths().sum())),
        ("drawdowns", count),
        ("recoveryFactor", recovery_factor(returns)),
    ]
}

fn periods(returns: &[f64]) -> Vec<Named> {
    let winning = WinningPeriods::of(returns);
    let [wins, losses] = longest_streaks(returns);
    vec![
        ("winRate", winning.win_rate),
        ("averageWin", winning.average_win),
        ("averageLoss", winning.average_loss),
        ("payoffRatio", winning.payoff_ratio()),
        ("maxConsecutiveWins", wins as f64),
        ("maxConsecutiveLosses", losses as f64),
    ]
}

fn of_calendar(series: &ReturnSeries) -> Vec<Named> {
    let by = |calendar| compounded(series.returns, series.time, calendar);
    let days = by(Calendar::Day);
    let (weeks, months) = (by(Calendar::Week), by(Calendar::Month));
    let (quarters, years) = (by(Calendar::Quarter), by(Calendar::Year));
    let (best, worst) = (
        |values: &[f64]| values.iter().copied().fold(f64::NAN, f64::max),
        |values: &[f64]| values.iter().copied().fold(f64::NAN, f64::min),
    );
    let won = |values: &[f64]| WinningPeriods::of(values).win_rate;
    let monthly = WinningPeriods::of(&months);
    vec![
        ("expectedDay", compounded_mean(&days)),
        ("expectedMonth", compounded_mean(&months)),
        ("expectedYear", compounded_mean(&years)),
        ("bestDay", best(&days)),
        ("worstDay", worst(&days)),
        ("bestWeek", best(&weeks)),
        ("worstWeek", worst(&weeks)),
        ("bestMonth", best(&months)),
        ("worstMonth", worst(&months)),
        ("bestQuarter", best(&quarters)),
        ("worstQuarter", worst(&quarters)),
        ("bestYear", best(&years)),
        ("worstYear", worst(&years)),
        ("winningDays", won(&days)),
        ("winningWeeks", won(&weeks)),
        ("winningMonths", won(&months)),
        ("winningQuarters", won(&quarters)),
        ("winningYears", won(&years)),
        ("averageUpMonth", monthly.average_win),
        ("averageDownMonth", monthly.average_loss),
        ("gainToPainOfMonths", gain_to_pain(&months)),
    ]
}

fn trailing(series: &ReturnSeries) -> Vec<Named> {
    let of = |stretch| trailing_return(series.returns, series.time, stretch);
    vec![
        ("monthToDate", of(Trailing::ToDate(Calendar::Month))),
        ("threeMonths", of(Trailing::Months(3))),
        ("sixMonths", of(Trailing::Months(6))),
        ("yearToDate", of(Trailing::ToDate(Calendar::Year))),
        ("oneYear", of(Trailing::Months(12))),
        ("threeYears", of(Trailing::Months(36))),
        ("fiveYears", of(Trailing::Months(60))),
        ("tenYears", of(Trailing::Months(120))),
    ]
}

fn beside_benchmark(series: &ReturnSeries, conventions: &Conventions) -> Vec<Named> {
    let ReturnSeries {
        returns, benchmark, ..
    } = *series;
    let [up, down] = capture_ratios(returns, benchmark);
    let (slope, together) = (beta(returns, benchmark), correlation(returns, benchmark));
    vec![
        ("alpha", alpha(returns, benchmark, slope, conventions)),
        ("beta", slope),
        ("correlation", together),
        ("rSquared", together * together),
        (
            "informationRatio",
            information_ratio(returns, benchmark, conventions),
        ),
        (
            "trackingError",
            tracking_error(returns, benchmark, conventions),
        ),
        (
            "treynorRatio",
            treynor_ratio(returns, benchmark, conventions),
        ),
        ("upCapture", up),
        ("downCapture", down),
        ("captureRatio", up / down),
    ]
}

#[cfg(test)]
mod tests {
    use nt_core::NANOS_PER_DAY;

    use super::super::super::fixture::{arithmetic, assert_close};
    use super::*;

    fn of(returns: &[f64], time: &[i64], benchmark: &[f64]) -> Vec<Named> {
        return_measures(
            &ReturnSeries {
                returns,
                time,
                benchmark,
            },
            &arithmetic(),
        )
    }

    #[track_caller]
    fn named(made: &[Named], name: &str) -> f64 {
        made.iter().find(|(each, _)| *each == name).expect(name).1
    }

    #[test]
    fn names_are_different() {
        let mut names: Vec<&str> = of(&[0.1], &[], &[]).iter().map(|(name, _)| *name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!((names.len(), count), (87, 87));
    }

    #[test]
    fn a_loss_on_day_one_is_a_drawdown() {
        let made = of(&[-0.5, 0.5], &[], &[]);
        assert_close(named(&made, "maxDrawdown"), -0.5);
        assert_eq!(
            (named(&made, "drawdowns"), named(&made, "longestDrawdown")),
            (1.0, 2.0)
        );
        assert_close(named(&made, "recoveryFactor"), -0.5);
    }

    #[test]
    fn ruin_is_a_loss_of_all() {
        let made = of(&[0.5, -1.0], &[], &[]);
        for name in ["totalReturn", "cagr", "maxDrawdown"] {
            assert_eq!(named(&made, name), -1.0, "{name}");
        }
        assert!(named(&made, "stability").is_nan());
    }

    #[test]
    fn without_deviation_or_with_one_return_ratios_are_undefined() {
        for returns in [&[0.0; 9][..], &[0.1]] {
            let made = of(returns, &[], &[]);
            for name in [
                "sharpeRatio",
                "probabilisticSharpe",
                "sortinoRatio",
                "kurtosis",
                "calmarRatio",
                "beta",
                "stability",
            ] {
                assert!(named(&made, name).is_nan(), "{name} of {returns:?}");
            }
        }
        assert_eq!(named(&of(&[0.0; 9], &[], &[]), "timeInMarket"), 0.0);
    }

    #[test]
    fn only_what_has_times_or_a_benchmark_is_beside_them() {
        let bare = of(&[0.1, -0.05, 0.2], &[], &[]);
        assert!(named(&bare, "bestMonth").is_nan() && named(&bare, "monthToDate").is_nan());
        assert!(named(&bare, "alpha").is_nan() && named(&bare, "upCapture").is_nan());
        let time = [1, 2, 3].map(|day| day * NANOS_PER_DAY);
        let dated = of(&[0.1, -0.05, 0.2], &time, &[0.1, -0.05, 0.2]);
        assert_close(named(&dated, "bestDay"), 0.2);
        assert_close(named(&dated, "bestYear"), 1.1 * 0.95 * 1.2 - 1.0);
        assert_close(named(&dated, "monthToDate"), 1.1 * 0.95 * 1.2 - 1.0);
        assert_close(named(&dated, "rSquared"), 1.0);
        assert_close(named(&dated, "captureRatio"), 1.0);
    }

    /// The risk-free rate is taken off both sides of a probabilistic Sharpe ratio once.
    #[test]
    fn the_risk_free_return_is_that_of_a_period() {
        let conventions = Conventions {
            risk_free_rate: 0.2,
            ..arithmetic()
        };
        let returns = [0.0, 0.1, 0.05, 0.05];
        let series = ReturnSeries {
            returns: &returns,
            time: &[],
            benchmark: &[],
        };
        let made = return_measures(&series, &conventions);
        assert_close(named(&made, "probabilisticSharpe"), 0.5);
    }
}
