mod basket;
mod given;
mod lifecycle;
mod marking;
mod telling;

use nt_core::Result;
use nt_math::prefetch;
use nt_trading::{Command, Event, FillPolicy, FillSource, Fillable, Kernel, Matching};

use self::lifecycle::LifecycleCursor;
use crate::actions::Schedule;
use crate::exchange_rates::ExchangeRates;
use crate::lot_account::LotAccount;
use crate::session_cursors::SessionCursors;
use crate::{BarQuotes, Series, TimedAction, Timeline};

/// The longest block handed out at once.
const LONGEST_BLOCK: usize = 4096;

/// What is done with open positions when the data end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseAtEnd {
    /// Nothing: equity marks them at the last close.
    No,
    /// They are closed at the last close.
    LastClose,
    /// They are closed, and orders of the last bar filled, at the last open, as backtesting.py does.
    LastOpen,
}

/// Replays bars, or quotes and trades, through the kernel. The caller decides: after [`Driver::next`]
/// it looks at the steps of the block, and says at which it spoke.
///
/// While nothing is working and the caller is silent, nothing can change but the marks, so a block
/// covers many steps; with working orders it covers one. The caller sees the same either way.
#[derive(Clone, Debug)]
pub struct Driver {
    kernel: Kernel,
    timeline: Timeline,
    equity: Vec<f64>,
    last_close: Vec<f64>,
    /// In runs over ticks, what one of each instrument is worth long and short.
    sides: Vec<[f64; 2]>,
    /// Where lots close one by one, what equity is summed from.
    account: Option<LotAccount>,
    /// Where there are several currencies, what they are worth.
    exchange: Option<ExchangeRates>,
    /// Where each instrument stands in its calendar, if some have one.
    sessions: Option<SessionCursors>,
    /// Orders that the bars of the step in hand could fill, while a fill model is asked about them.
    asked: Vec<Fillable>,
    /// Whether the kernel knows of the step whose bars come next.
    has_begun: bool,
    /// How many quotes and trades of that step the kernel has seen, while a fill model is asked.
    told: usize,
    /// Bid and ask at the closes of each instrument, where the run has some.
    bid_ask: Vec<Option<BarQuotes>>,
    /// Expiries and funding, and when the next is due.
    lifecycle: LifecycleCursor,
    /// The step whose bars the kernel saw last.
    observed: Option<usize>,
    block: Block,
    /// Step at which the caller spoke last.
    spoke_at: usize,
    /// How long the next block may be.
    hint: usize,
    schedule: Schedule,
    actions: Vec<TimedAction>,
}

/// Steps handed out: `len` of them from `first`.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    first: usize,
    len: usize,
}

impl Driver {
    /// A driver at the beginning of the series. The caller is asked from the first step at which
    /// each series has reached its row in `warm_up`.
    #[must_use]
    pub fn new<S: Series + ?Sized>(kernel: Kernel, series: &S, warm_up: &[usize]) -> Self {
        let timeline = Timeline::of(series);
        let start = timeline.first_step_with(series, warm_up);
        let mut equity = vec![0.0; timeline.len()];
        equity[..start].fill(kernel.ledger().cash().to_f64());
        let instruments = kernel.ledger().instruments().len();
        let last_close = vec![0.0; instruments];
        let has_ticks = (0..series.count()).any(|each| series.ticks(each).is_some());
        let sides = vec![[0.0; 2]; if has_ticks { instruments } else { 0 }];
        let account = match kernel.config().matching {
            Matching::Path => None,
            Matching::Queue(_) => Some(LotAccount::new(kernel.config(), series.count())),
        };
        let exchange = ExchangeRates::new(&kernel, timeline.len());
        let block = Block {
            first: start,
            len: 0,
        };
        let sessions = kernel
            .has_schedules()
            .then(|| SessionCursors::new(series.count()));
        Self {
            exchange,
            kernel,
            timeline,
            equity,
            last_close,
            sides,
            account,
            sessions,
            asked: Vec::new(),
            has_begun: false,
            told: 0,
            bid_ask: Vec::new(),
            lifecycle: LifecycleCursor::default(),
            observed: None,
            block,
            spoke_at: start,
            hint: 1,
            schedule: Schedule::NONE,
            actions: Vec::new(),
        }
    }

    /// The same driver, whose kernel is told what companies do, each time before the first bar under
    /// the new terms.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where an action is of no instrument of the run, or the kernel matches in the
    /// queue of backtesting.py.
    pub fn with_actions<S: Series + ?Sized>(
        self,
        series: &S,
        actions: &[TimedAction],
    ) -> Result<Self> {
        let run = (&self.kernel, &self.timeline, series);
        let schedule = Schedule::of(actions, run, self.block.first)?;
        Ok(Self {
            schedule,
            actions: actions.to_vec(),
            ..self
        })
    }

    /// The driver with bid and ask at the closes of the bars, one entry an instrument.
    #[must_use]
    pub fn with_bid_ask(mut self, quotes: Vec<Option<BarQuotes>>) -> Self {
        if quotes.iter().any(Option::is_some) {
            self.bid_ask = quotes;
        }
        self
    }

    /// Goes on to the next block and returns its length, 0 at the end. `consumed` steps of the last
    /// block were looked at; a caller that spoke gave `commands` at the close of the last of them.
    pub fn next<S: Series + ?Sized>(
        &mut self,
        series: &S,
        consumed: usize,
        commands: Option<impl FnMut(&Kernel) -> Option<Command>>,
    ) -> usize {
        let first = self.block.first + consumed;
        if !self.asked.is_empty() {
            return self.go_on_with(series, commands);
        }
        match commands {
            Some(commands) => {
                self.obey(series, first - 1, commands);
                self.expect_silence_of(first - 1);
            }
            None => self.hint = (self.hint * 2).min(LONGEST_BLOCK),
        }
        if first >= self.timeline.len() || self.kernel.is_halted() {
            self.block = Block { first, len: 0 };
            self.fill_with_cash(first);
            return 0;
        }
        if self.kernel.config().fills == FillSource::Given && self.asks(series, first) {
            self.block = Block { first, len: 0 };
            return 0;
        }
        self.hand_out(series, first)
    }

    fn hand_out<S: Series + ?Sized>(&mut self, series: &S, first: usize) -> usize {
        self.process(series, first);
        let to = (first + self.hint).min(self.timeline.len());
        self.block = Block {
            first,
            len: self.mark_silence(series, first + 1, to) - first,
        };
        self.block.len
    }

    /// Blocks start as long as the caller was silent before it spoke at this step.
    fn expect_silence_of(&mut self, step: usize) {
        self.hint = step.saturating_sub(self.spoke_at).clamp(1, LONGEST_BLOCK);
        self.spoke_at = step;
    }

    /// Gives commands at the close of a step that was processed or marked. Each is asked for when
    /// those before it have acted.
    pub(crate) fn obey<S: Series + ?Sized>(
        &mut self,
        series: &S,
        step: usize,
        mut commands: impl FnMut(&Kernel) -> Option<Command>,
    ) {
        self.catch_up(series, step);
        while let Some(command) = commands(&self.kernel) {
            self.kernel.apply(Event::Command(command));
        }
        if self.kernel.config().fill_policy != FillPolicy::NextOpen {
            self.mark(step);
        }
    }

    /// One step in full: its bars are matched, the positions marked, ruin and the margin looked for.
    pub(crate) fn process<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        self.observe(series, step);
        self.mark(step);
        if self.equity[step] <= 0.0 || self.kernel.looks_at_closes() {
            self.kernel.apply(Event::StepClosed);
            self.mark(step);
        }
    }

    /// Tells the processor that this step will be processed soon. Steps at which something happens
    /// lie far apart in the columns, and waiting for memory would cost more than a fill.
    pub(crate) fn announce<S: Series + ?Sized>(&self, series: &S, step: usize, has_exits: bool) {
        if matches!(self.timeline, Timeline::Single { .. }) {
            let bars = series.bars(0);
            prefetch(bars.time, step);
            prefetch(bars.open, step);
            prefetch(bars.close, step);
            if has_exits {
                prefetch(bars.high, step);
                prefetch(bars.low, step);
            }
        }
    }

    /// Ends the run: closes what is open, where asked for, and marks the rest.
    pub fn finish<S: Series + ?Sized>(&mut self, series: &S, close: CloseAtEnd) {
        let Some(last) = self.timeline.len().checked_sub(1) else {
            return;
        };
        if self.kernel.is_halted() {
            return;
        }
        self.catch_up(series, last);
        for delisting in self.schedule.take_end() {
            self.kernel.apply(delisting);
            self.mark(last);
        }
        if close == CloseAtEnd::No {
            return;
        }
        for instrument in 0..self.last_close.len() as u32 {
            match close {
                CloseAtEnd::LastOpen => self.kernel.close_lots(instrument),
                _ => self.kernel.close_at_last_price(instrument),
            }
        }
        if close == CloseAtEnd::LastOpen {
            self.process_again(series, last);
            return;
        }
        self.mark(last);
    }

    /// First step of the block in hand.
    #[must_use]
    pub const fn block_start(&self) -> usize {
        self.block.first
    }

    /// Equity at the close of every step so far; 0 at later ones.
    #[must_use]
    pub fn equity(&self) -> &[f64] {
        &self.equity
    }

    /// Last close seen of each instrument; 0 where there was none.
    #[must_use]
    pub fn last_close(&self) -> &[f64] {
        &self.last_close
    }

    /// What a unit of an instrument's currency was worth in that of the account at the close of a
    /// step; 1 where it is the same.
    #[must_use]
    pub fn exchange_rate(&self, instrument: u32, step: usize) -> f64 {
        let exchange = self.exchange.as_ref();
        exchange.map_or(1.0, |exchange| exchange.of(instrument, step))
    }

    /// What companies do during the run, as it was given.
    #[must_use]
    pub fn actions(&self) -> &[TimedAction] {
        &self.actions
    }

    /// The steps of the run.
    #[must_use]
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The kernel.
    #[must_use]
    pub const fn kernel(&self) -> &Kernel {
        &self.kernel
    }

    /// SHA-256 of the event log.
    pub fn log_hash(&mut self) -> String {
        self.kernel.log_hash()
    }

    /// Gives the equity curve away; the driver keeps everything else.
    #[must_use]
    pub fn take_equity(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.equity)
    }
}
