use nt_core::{BarsView, Result};
use nt_math::next_set;
use nt_trading::{Command, Kernel, OrderRequest};

use super::columns::Columns;
use super::signal::Signal;
use super::signals::Signals;
use super::spec::{Side, Spec};
use crate::{BarQuotes, CloseAtEnd, Driver, Lifecycle, TimedAction, check_scales, split_factors};

/// A run of a declarative strategy on one series. It never leaves Rust, and advances in slices so
/// that a caller can look after other things in between.
#[derive(Clone, Debug)]
pub struct Declarative {
    driver: Driver,
    rules: Vec<(Signal, OrderRequest)>,
    /// Bars at which some rule may hold.
    candidates: Vec<u64>,
    /// Whether some rule attaches exits, which look at the range of bars.
    has_exits: bool,
    step: usize,
}

impl Declarative {
    /// Computes the columns and signals. The rules act from the first bar at which every column has
    /// a value, and `settle` bars later.
    ///
    /// # Errors
    /// As [`Columns::compute`] and [`check_scales`]; `INVALID_STRATEGY` where an action is out of
    /// range.
    pub fn new(kernel: Kernel, spec: &Spec, bars: BarsView<'_>, settle: usize) -> Result<Self> {
        Self::with_actions(kernel, spec, bars, settle, &[])
    }

    /// The same over raw bars of a company that does something: columns are computed as of each bar
    /// (see [`Columns::compute_as_of`]), orders fill at raw prices.
    ///
    /// # Errors
    /// As [`Declarative::new`], [`Columns::compute_as_of`] and [`Driver::with_actions`].
    pub fn with_actions(
        kernel: Kernel,
        spec: &Spec,
        bars: BarsView<'_>,
        settle: usize,
        actions: &[TimedAction],
    ) -> Result<Self> {
        check_scales(&[bars][..], kernel.ledger().instruments())?;
        let columns = match split_factors(actions, 0, bars.time) {
            None => Columns::compute(&spec.nodes, &bars)?,
            Some(factors) => Columns::compute_as_of(&spec.nodes, &bars, &factors)?,
        };
        let first = columns.first_defined();
        let signals = Signals::of(&spec.rules, columns.slices(&bars), bars.len())?;
        // The columns are as large as the equity curve: what they give back, it takes.
        drop(columns);
        Self::over(kernel, signals, bars, first + settle, actions)
    }

    /// The run of signals that are known; the rules act from a bar on.
    pub(crate) fn over(
        kernel: Kernel,
        Signals {
            rules,
            candidates,
            has_exits,
        }: Signals,
        bars: BarsView<'_>,
        warm_up: usize,
        actions: &[TimedAction],
    ) -> Result<Self> {
        let series = &[bars][..];
        let driver = Driver::new(kernel, series, &[warm_up]).with_actions(series, actions)?;
        Ok(Self {
            step: driver.block_start(),
            driver,
            has_exits,
            rules,
            candidates,
        })
    }

    /// The run with bid and ask at the closes of its bars.
    #[must_use]
    pub fn with_bid_ask(mut self, quotes: Option<BarQuotes>) -> Self {
        self.driver = self.driver.with_bid_ask(vec![quotes]);
        self
    }

    /// The same run, in which contracts end and are funded.
    #[must_use]
    pub fn with_lifecycle(self, bars: BarsView<'_>, lifecycle: Lifecycle) -> Self {
        Self {
            driver: self.driver.with_lifecycle(&[bars][..], lifecycle),
            ..self
        }
    }

    /// First bar at which the rules act.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.driver.block_start()
    }

    /// Goes on by about `steps` bars; true when the end of the data is reached.
    pub fn advance(&mut self, bars: BarsView<'_>, steps: usize) -> bool {
        let series = &[bars][..];
        let until = self.step.saturating_add(steps).min(bars.len());
        while self.step < until {
            if self.driver.kernel().is_halted() {
                self.driver.fill_with_cash(self.step);
                self.step = bars.len();
                break;
            }
            self.driver.process(series, self.step);
            self.act(series, self.step);
            self.step = self.pass_silence(series, self.step + 1);
        }
        self.step >= bars.len()
    }

    /// Marks the bars from `from` at which nothing can happen, up to the next at which some rule may
    /// hold; that one decides, if it was reached. Returns the first bar that is still to be processed.
    fn pass_silence(&mut self, series: &[BarsView<'_>], from: usize) -> usize {
        let bars = series[0].len();
        let next = self.candidate_from(from, bars);
        let after = self.candidate_from(next + 1, bars);
        self.driver.announce(series, after + 1, self.has_exits);
        let marked = self.driver.mark_silence(series, from, bars.min(next + 1));
        if marked > next {
            self.act(series, next);
        }
        marked
    }

    /// The first bar from `step` on at which some rule may hold.
    fn candidate_from(&self, step: usize, bars: usize) -> usize {
        next_set(&self.candidates, step).unwrap_or(bars).min(bars)
    }

    /// Gives the orders of the rules that hold at a bar that was processed or marked.
    fn act(&mut self, series: &[BarsView<'_>], step: usize) {
        if !nt_math::bit(&self.candidates, step) {
            return;
        }
        let side = Side::of(self.driver.kernel().ledger().position(0).quantity);
        let mut requests = self
            .rules
            .iter()
            .filter(|(signal, _)| signal.holds(step, side));
        let commands = |_: &Kernel| {
            requests
                .next()
                .map(|(_, request)| Command::Submit(*request))
        };
        self.driver.obey(series, step, commands);
    }

    /// Ends the run and gives the driver with its results away.
    #[must_use]
    pub fn finish(mut self, bars: BarsView<'_>, close: CloseAtEnd) -> Driver {
        self.driver.finish(&[bars][..], close);
        self.driver
    }
}
