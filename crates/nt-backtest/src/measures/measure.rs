use super::moments::Spread;
use super::period_returns::{Curve, Periods};
use super::sharpe_ratio::arithmetic_sharpe_ratio;
use super::{
    Annualisation, Conventions, CurveSummary, Drawdown, Input, Measures, PeriodReturns, Profile,
    Spans, TradeTotals, Wanted, alpha, alpha_of_totals, annual_return, annual_volatility,
    average_drawdown, average_drawdown_duration, average_losing_trade,
    average_losing_trade_duration, average_trade, average_trade_duration, average_winning_trade,
    average_winning_trade_duration, best_trade, beta, buy_and_hold_return, cagr, calmar_ratio,
    drawdowns, expectancy, exposure_time, kelly, log_returns, max_drawdown,
    max_drawdown_after_first, max_drawdown_duration, max_gross_exposure, max_trade_duration,
    omega_ratio, peak_equity, profit_factor, sharpe_ratio, sortino_ratio, sqn, total_return,
    win_rate, worst_trade,
};

const NANOS_PER_MILLI: i64 = 1_000_000;
const NANOS_PER_SECOND: f64 = 1e9;

/// All measures of a run under these conventions.
///
/// Ours begin at the first tradable step, so that warm-up dilutes nothing. The libraries begin at
/// the first step, only buy and hold of backtesting.py at the first tradable one. A run without a step has NaN for all
/// but its counts and its cash.
///
/// # Panics
/// When the columns of the input differ in length, or a trade names a step that is not there.
#[must_use]
pub fn measure(input: &Input, conventions: &Conventions) -> Measures {
    Measurer::new(input.time, *conventions, Wanted::ALL).measure(input)
}

/// Measures runs over the same steps under the same conventions; what depends on those alone is
/// worked out once.
#[derive(Clone, Debug)]
pub struct Measurer<'a> {
    pub(super) conventions: Conventions,
    pub(super) wanted: Wanted,
    pub(super) periods: Periods,
    spans: Spans<'a>,
}

impl<'a> Measurer<'a> {
    /// For runs over steps at these times, nanoseconds since the epoch.
    #[must_use]
    pub fn new(time: &'a [i64], conventions: Conventions, wanted: Wanted) -> Self {
        Self {
            periods: Periods::of(time, &conventions),
            spans: Spans::new(time, &conventions),
            conventions,
            wanted,
        }
    }

    /// What is computed.
    #[must_use]
    pub const fn wanted(&self) -> Wanted {
        self.wanted
    }

    /// The measures of a run. Only those that are wanted hold; trades are counted off the input.
    ///
    /// # Panics
    /// As [`measure()`].
    #[must_use]
    pub fn measure(&self, input: &Input) -> Measures {
        input.check();
        self.measures(&Run::of(input, self))
    }

    /// The same of a run whose equity was summed up instead of kept; that of the input is not read.
    #[must_use]
    pub fn measure_summed(&self, input: &Input, summary: &CurveSummary) -> Measures {
        self.measures(&Run {
            summary: Some(summary),
            ..Run::of(input, self)
        })
    }

    fn measures(&self, run: &Run<'_>) -> Measures {
        let mut measures = run.of_account();
        if self.wanted.spread || self.wanted.returns {
            run.add_ratios(&mut measures);
        }
        if self.wanted.depth || self.wanted.episodes {
            run.add_drawdowns(&mut measures);
        }
        if self.wanted.trades {
            run.add_trades(&mut measures);
        }
        measures
    }
}

/// One run to be measured.
struct Run<'a> {
    summary: Option<&'a CurveSummary>,
    input: &'a Input<'a>,
    by: &'a Measurer<'a>,
    conventions: &'a Conventions,
    start: usize,
}

impl<'a> Run<'a> {
    fn of(input: &'a Input<'a>, by: &'a Measurer<'a>) -> Self {
        let start = match by.conventions.profile {
            Profile::NeuralTrader => input.first_tradable.min(input.time.len().saturating_sub(1)),
            Profile::BacktestingPy | Profile::Vectorbt => 0,
        };
        Self {
            summary: None,
            input,
            by,
            conventions: &by.conventions,
            start,
        }
    }

    fn benchmark_start(&self) -> usize {
        match self.conventions.profile {
            Profile::BacktestingPy => self.input.first_tradable,
            Profile::NeuralTrader | Profile::Vectorbt => self.start,
        }
    }

    fn nanos(&self) -> i64 {
        match self.input.time {
            [] => 0,
            time => time[time.len() - 1] - time[self.start],
        }
    }

    fn of_account(&self) -> Measures {
        let Input {
            time,
            equity,
            close,
            initial_cash,
            ..
        } = *self.input;
        let wanted = self.by.wanted;
        let final_equity = match self.summary {
            Some(summary) => summary.final_equity,
            None => equity.last().copied().unwrap_or(f64::NAN),
        };
        let millis =
            |at: Option<&i64>| at.map_or(f64::NAN, |&at| at.div_euclid(NANOS_PER_MILLI) as f64);
        let mut measures = Measures {
            start: millis(time.get(self.start)),
            end: millis(time.last()),
            duration: if time.is_empty() {
                f64::NAN
            } else {
                self.nanos() as f64 / NANOS_PER_SECOND
            },
            start_equity: initial_cash,
            final_equity,
            total_fees: self.input.total_fees,
            total_return: total_return(final_equity, initial_cash),
            buy_and_hold_return: buy_and_hold_return(close, self.benchmark_start()),
            ..Measures::UNDEFINED
        };
        if wanted.peak {
            measures.peak_equity = peak_equity(equity, self.start, initial_cash);
        }
        if wanted.growth {
            measures.cagr = cagr(initial_cash, final_equity, self.nanos(), self.conventions);
        }
        if wanted.exposure {
            measures.max_gross_exposure = max_gross_exposure(self.input.gross_exposure, self.start);
        }
        measures
    }

    fn curve(&self) -> Option<Curve<'_>> {
        self.by
            .periods
            .curve(self.input, self.start, self.conventions)
    }

    fn add_ratios(&self, measures: &mut Measures) {
        let is_arithmetic = self.conventions.annualisation == Annualisation::Arithmetic
            && self.conventions.profile != Profile::Vectorbt;
        if is_arithmetic {
            self.add_spread(measures);
            if !self.by.wanted.returns {
                return;
            }
        }
        let found = PeriodReturns::over(&self.by.periods, self.input, self.start, self.conventions);
        let returns = found.equity.as_slice();
        if !is_arithmetic {
            measures.annual_return = annual_return(returns, self.conventions);
            measures.annual_volatility = annual_volatility(returns, self.conventions);
            measures.sharpe_ratio = sharpe_ratio(returns, self.conventions);
        }
        measures.sortino_ratio = sortino_ratio(returns, self.conventions);
        measures.omega_ratio = omega_ratio(returns, self.conventions);
        self.add_market(measures, &found);
    }

    /// What mean and deviation of the returns are enough for: their column is not made.
    fn add_spread(&self, measures: &mut Measures) {
        let spread = self.spread();
        let periods = self.conventions.periods_per_year;
        measures.annual_return = spread.mean * periods;
        measures.annual_volatility = spread.deviation * periods.sqrt();
        measures.sharpe_ratio = arithmetic_sharpe_ratio(spread, self.conventions);
    }

    fn spread(&self) -> Spread {
        if let Some(summary) = self.summary {
            return summary.spread;
        }
        let curve = self.curve();
        let (values, base) = curve
            .as_ref()
            .map_or((&[][..], 1.0), |curve| (&*curve.values, curve.base));
        Spread::of_returns(values, base, self.conventions.ddof)
    }

    fn add_market(&self, measures: &mut Measures, returns: &PeriodReturns) {
        let (total, market) = (measures.total_return, measures.buy_and_hold_return);
        let PeriodReturns { equity, benchmark } = returns;
        if self.conventions.profile == Profile::BacktestingPy {
            measures.beta = beta(
                &log_returns(self.input.equity),
                &log_returns(self.input.close),
            );
            measures.alpha = alpha_of_totals(total, market, measures.beta, self.conventions);
        } else {
            measures.beta = beta(equity, benchmark);
            measures.alpha = alpha(equity, benchmark, measures.beta, self.conventions);
        }
    }

    fn add_drawdowns(&self, measures: &mut Measures) {
        let (spans, conventions) = (&self.by.spans, self.conventions);
        let Input {
            equity,
            initial_cash,
            ..
        } = *self.input;
        if let Some(summary) = self.summary {
            measures.max_drawdown = summary.deepest_fall;
        } else if equity.is_empty() {
            return;
        } else if self.by.wanted.episodes || conventions.profile == Profile::Vectorbt {
            let found: Vec<Drawdown> = drawdowns(equity, self.start, initial_cash, conventions);
            measures.max_drawdown = max_drawdown(&found, conventions);
            measures.average_drawdown = average_drawdown(&found, conventions);
            measures.max_drawdown_duration = max_drawdown_duration(&found, spans, conventions);
            measures.average_drawdown_duration =
                average_drawdown_duration(&found, spans, conventions);
        } else {
            measures.max_drawdown = nt_math::deepest_fall(&equity[self.start..], initial_cash);
        }
        let (growth, deepest) = match conventions.profile {
            Profile::NeuralTrader => (measures.cagr, measures.max_drawdown),
            Profile::BacktestingPy => (measures.annual_return, measures.max_drawdown),
            Profile::Vectorbt => (
                measures.annual_return,
                self.curve().map_or(0.0, |_| {
                    let returns =
                        PeriodReturns::over(&self.by.periods, self.input, self.start, conventions);
                    max_drawdown_after_first(&returns.equity)
                }),
            ),
        };
        measures.calmar_ratio = calmar_ratio(growth, deepest);
    }

    fn add_trades(&self, measures: &mut Measures) {
        let (spans, conventions) = (&self.by.spans, self.conventions);
        let totals = &TradeTotals::of(self.input.trades, spans);
        self.by
            .count_trades(measures, totals.closed.count, totals.open.count);
        if self.by.closed_only() {
            measures.total_fees = totals.closed_fees;
        }
        measures.exposure_time = exposure_time(
            self.input.trades,
            self.start,
            self.input.time.len(),
            conventions,
        );
        measures.open_pnl = totals.open.pnl;
        measures.win_rate = win_rate(totals);
        measures.best_trade = best_trade(totals);
        measures.worst_trade = worst_trade(totals);
        measures.average_trade = average_trade(totals, conventions);
        measures.average_winning_trade = average_winning_trade(totals);
        measures.average_losing_trade = average_losing_trade(totals);
        measures.max_trade_duration = max_trade_duration(totals, spans);
        measures.average_trade_duration = average_trade_duration(totals, spans);
        measures.average_winning_trade_duration = average_winning_trade_duration(totals, spans);
        measures.average_losing_trade_duration = average_losing_trade_duration(totals, spans);
        measures.profit_factor = profit_factor(totals, conventions);
        measures.expectancy = expectancy(totals, conventions);
        measures.sqn = sqn(totals);
        measures.kelly = kelly(totals);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, assert_close, closed, geometric, open, run, vectorbt};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_bar() {
        let measures = measure(&run(&[100.0]).input(), &arithmetic());
        assert_eq!(
            (
                measures.total_return,
                measures.max_drawdown,
                measures.duration
            ),
            (0.0, 0.0, 0.0)
        );
        assert_eq!((measures.exposure_time, measures.trades), (0.0, 0.0));
        let undefined = [
            measures.sharpe_ratio,
            measures.cagr,
            measures.win_rate,
            measures.calmar_ratio,
        ];
        assert!(undefined.iter().all(|value| value.is_nan()), "{measures:?}");
    }

    #[test]
    fn no_bar_has_only_counts_and_cash() {
        for conventions in [arithmetic(), geometric(), vectorbt()] {
            let measures = measure(&run(&[]).input(), &conventions);
            let defined = measures
                .entries()
                .into_iter()
                .filter(|(_, value)| !value.is_nan());
            let names: Vec<&str> = defined.map(|(name, _)| name).collect();
            let expected = [
                "startEquity",
                "peakEquity",
                "totalFees",
                "trades",
                "closedTrades",
                "openTrades",
                "openPnl",
            ];
            assert_eq!(names, expected);
        }
    }

    #[test]
    fn warm_up_changes_nothing() {
        let mut late = run(&[100.0, 100.0, 100.0, 90.0, 120.0]);
        late.close = vec![7.0, 3.0, 10.0, 11.0, 12.0];
        late.first_tradable = 2;
        let mut prompt = run(&[100.0, 90.0, 120.0]);
        prompt.close = late.close[2..].to_vec();
        let (late, prompt) = (
            measure(&late.input(), &arithmetic()),
            measure(&prompt.input(), &arithmetic()),
        );
        for ((name, value), expected) in late.entries().into_iter().zip(prompt.values()) {
            let same = value == expected || (value.is_nan() && expected.is_nan());
            assert!(
                same || name == "start" || name == "end",
                "{name}: {value} is not {expected}"
            );
        }
    }

    #[test]
    fn ruin() {
        let mut run = run(&[100.0, 50.0, 0.0, 0.0]);
        run.trades = vec![closed(-100.0)];
        let measures = measure(&run.input(), &arithmetic());
        assert_eq!(
            (measures.total_return, measures.cagr, measures.max_drawdown),
            (-1.0, -1.0, -1.0)
        );
        // Returns -0.5 and -1: mean -0.75, deviation √0.125, four a year.
        assert_close(measures.sharpe_ratio, -1.5 / 0.125_f64.sqrt());
        assert_eq!((measures.calmar_ratio, measures.win_rate), (-1.0, 0.0));
    }

    #[test]
    fn open_trades_count_under_ours_and_not_under_backtesting_py() {
        let mut run = run(&[100.0, 105.0]);
        run.trades = vec![open(5.0)];
        let ours = measure(&run.input(), &arithmetic());
        assert_eq!(
            (ours.trades, ours.open_trades, ours.open_pnl),
            (1.0, 1.0, 5.0)
        );
        assert_eq!((ours.exposure_time, ours.win_rate.is_nan()), (1.0, true));
        let theirs = measure(&run.input(), &geometric());
        assert_eq!((theirs.trades, theirs.exposure_time), (0.0, 0.0));
    }

    #[test]
    fn names_and_values_go_together() {
        let entries = measure(&run(&[100.0]).input(), &arithmetic()).entries();
        assert_eq!(entries.len(), 42);
        assert_eq!(
            (entries[0].0, entries[41].0, entries[19].0),
            ("start", "kelly", "maxDrawdown")
        );
    }

    proptest! {
        #[test]
        fn identities_hold(steps in prop::collection::vec(-0.2_f64..0.25, 2..60)) {
            let mut value = 100.0;
            let equity: Vec<f64> = steps.iter().map(|step| { value *= 1.0 + step; value }).collect();
            let run = run(&equity);
            let ours = measure(&run.input(), &arithmetic());
            prop_assert!((-1.0..=0.0).contains(&ours.max_drawdown));
            prop_assert!(ours.max_drawdown <= ours.total_return.min(0.0) + 1e-12);
            prop_assert!(ours.peak_equity >= ours.final_equity && ours.peak_equity >= 100.0);
            prop_assert!(ours.average_drawdown.is_nan() || ours.average_drawdown >= ours.max_drawdown);
            if ours.annual_volatility > 1e-6 {
                let ratio = ours.annual_return / ours.annual_volatility;
                prop_assert!((ours.sharpe_ratio - ratio).abs() <= 1e-9 * ratio.abs().max(1.0));
            }
        }

        #[test]
        fn a_benchmark_that_is_the_equity_has_beta_one(steps in prop::collection::vec(-0.2_f64..0.25, 3..60)) {
            let mut value = 100.0;
            let mut equity = vec![100.0];
            equity.extend(steps.iter().map(|step| { value *= 1.0 + step; value }));
            let mut run = run(&equity);
            run.close.clone_from(&run.equity);
            for conventions in [arithmetic(), geometric(), vectorbt()] {
                let measures = measure(&run.input(), &conventions);
                prop_assert!((measures.beta - 1.0).abs() < 1e-9);
                prop_assert!(measures.alpha.abs() < 1e-9);
                prop_assert!((measures.total_return - measures.buy_and_hold_return).abs() < 1e-12);
            }
        }
    }
}
