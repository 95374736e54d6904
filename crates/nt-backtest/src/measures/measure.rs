use super::{
    Conventions, Drawdown, Input, Measures, PeriodReturns, Profile, Spans, TradeTotals, alpha,
    alpha_of_totals, annual_return, annual_volatility, average_drawdown, average_drawdown_duration,
    average_losing_trade, average_losing_trade_duration, average_trade, average_trade_duration,
    average_winning_trade, average_winning_trade_duration, best_trade, beta, buy_and_hold_return,
    cagr, calmar_ratio, drawdowns, expectancy, exposure_time, kelly, log_returns, max_drawdown,
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
    input.check();
    let run = Run::of(input, conventions);
    let mut measures = run.of_account();
    run.add_ratios(&mut measures);
    run.add_drawdowns(&mut measures);
    run.add_trades(&mut measures);
    measures
}

/// A run with what several measures share.
struct Run<'a> {
    input: &'a Input<'a>,
    conventions: &'a Conventions,
    start: usize,
    spans: Spans<'a>,
    returns: PeriodReturns,
    drawdowns: Vec<Drawdown>,
    totals: TradeTotals,
}

impl<'a> Run<'a> {
    fn of(input: &'a Input<'a>, conventions: &'a Conventions) -> Self {
        let start = match conventions.profile {
            Profile::NeuralTrader => input.first_tradable.min(input.time.len().saturating_sub(1)),
            Profile::BacktestingPy | Profile::Vectorbt => 0,
        };
        let spans = Spans::new(input.time, conventions);
        Self {
            input,
            conventions,
            start,
            spans,
            returns: PeriodReturns::of(input, start, conventions),
            drawdowns: drawdowns(input.equity, start, input.initial_cash, conventions),
            totals: TradeTotals::of(input.trades, &spans),
        }
    }

    fn closed_only(&self) -> bool {
        self.conventions.profile == Profile::BacktestingPy
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
        let final_equity = equity.last().copied().unwrap_or(f64::NAN);
        let millis =
            |at: Option<&i64>| at.map_or(f64::NAN, |&at| at.div_euclid(NANOS_PER_MILLI) as f64);
        let fees = if self.closed_only() {
            self.totals.closed_fees
        } else {
            self.input.total_fees
        };
        let exposures = self.input.gross_exposure;
        Measures {
            start: millis(time.get(self.start)),
            end: millis(time.last()),
            duration: if time.is_empty() {
                f64::NAN
            } else {
                self.nanos() as f64 / NANOS_PER_SECOND
            },
            exposure_time: exposure_time(
                self.input.trades,
                self.start,
                time.len(),
                self.conventions,
            ),
            start_equity: initial_cash,
            final_equity,
            peak_equity: peak_equity(equity, self.start, initial_cash),
            total_fees: fees,
            total_return: total_return(final_equity, initial_cash),
            buy_and_hold_return: buy_and_hold_return(close, self.benchmark_start()),
            cagr: cagr(initial_cash, final_equity, self.nanos(), self.conventions),
            max_gross_exposure: max_gross_exposure(exposures, self.start),
            ..Measures::UNDEFINED
        }
    }

    fn add_ratios(&self, measures: &mut Measures) {
        let returns = self.returns.equity.as_slice();
        measures.annual_return = annual_return(returns, self.conventions);
        measures.annual_volatility = annual_volatility(returns, self.conventions);
        measures.sharpe_ratio = sharpe_ratio(returns, self.conventions);
        measures.sortino_ratio = sortino_ratio(returns, self.conventions);
        measures.omega_ratio = omega_ratio(returns, self.conventions);
        self.add_market(measures);
    }

    fn add_market(&self, measures: &mut Measures) {
        let (total, market) = (measures.total_return, measures.buy_and_hold_return);
        let PeriodReturns { equity, benchmark } = &self.returns;
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
        let (found, spans, conventions) = (&self.drawdowns, &self.spans, self.conventions);
        if self.input.time.is_empty() {
            return;
        }
        measures.max_drawdown = max_drawdown(found, conventions);
        measures.average_drawdown = average_drawdown(found, conventions);
        measures.max_drawdown_duration = max_drawdown_duration(found, spans, conventions);
        measures.average_drawdown_duration = average_drawdown_duration(found, spans, conventions);
        let (growth, deepest) = match conventions.profile {
            Profile::NeuralTrader => (measures.cagr, measures.max_drawdown),
            Profile::BacktestingPy => (measures.annual_return, measures.max_drawdown),
            Profile::Vectorbt => (
                measures.annual_return,
                max_drawdown_after_first(&self.returns.equity),
            ),
        };
        measures.calmar_ratio = calmar_ratio(growth, deepest);
    }

    fn add_trades(&self, measures: &mut Measures) {
        let (totals, spans, conventions) = (&self.totals, &self.spans, self.conventions);
        let open = if self.closed_only() {
            0
        } else {
            totals.open.count
        };
        measures.trades = (totals.closed.count + open) as f64;
        measures.closed_trades = totals.closed.count as f64;
        measures.open_trades = totals.open.count as f64;
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
