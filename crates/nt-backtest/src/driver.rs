mod basket;
mod given;
mod lifecycle;

use nt_core::{Result, day_of};
use nt_math::{affine, prefetch};
use nt_trading::{
    Command, Event, FillPolicy, FillSource, Fillable, Kernel, Matching, SessionPlace, TickBar,
};

use self::lifecycle::LifecycleCursor;
use crate::actions::Schedule;
use crate::exchange_rates::ExchangeRates;
use crate::lot_account::LotAccount;
use crate::session_cursors::SessionCursors;
use crate::{Quotes, Series, TimedAction, Timeline};

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

/// Replays bars through the kernel. The caller decides: after [`Driver::next`] it looks at the steps
/// of the block, and says at which it spoke.
///
/// While nothing is working and the caller is silent, nothing can change but the marks, so a block
/// covers many steps; with working orders it covers one. The caller sees the same either way.
#[derive(Clone, Debug)]
pub struct Driver {
    kernel: Kernel,
    timeline: Timeline,
    equity: Vec<f64>,
    last_close: Vec<f64>,
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
    /// Of each instrument, where the run has some.
    quotes: Vec<Option<Quotes>>,
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
        let last_close = vec![0.0; series.count()];
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
            account,
            sessions,
            asked: Vec::new(),
            has_begun: false,
            quotes: Vec::new(),
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

    /// The driver with quotes at the closes of the bars, one entry an instrument.
    #[must_use]
    pub fn with_quotes(mut self, quotes: Vec<Option<Quotes>>) -> Self {
        if quotes.iter().any(Option::is_some) {
            self.quotes = quotes;
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

    /// Goes through the last step again, for the orders that were given at its close. What they
    /// take for the close before is that of the step before.
    fn process_again<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if let Some(before) = step.checked_sub(1) {
            let time = self.timeline.time(series, before);
            self.kernel.apply(Event::Step {
                step: before as u32,
                time,
            });
            self.see_closes(series, before);
        }
        self.process(series, step);
    }

    /// Lets the kernel see the bars of a step that was only marked; nothing works, so nothing fills.
    fn catch_up<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if self.observed != Some(step) {
            self.observe(series, step);
        }
    }

    /// Tells the kernel of a step, and of what companies did since the one it saw last.
    #[inline]
    fn begin<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        let observed = self.observed;
        self.tell_close_before(series, step, observed);
        let time = self.timeline.time(series, step);
        let is_due = self.is_due(time);
        if is_due && observed.is_some_and(|seen| seen + 1 < step) {
            // What is due between two bars is due at the price of the first.
            self.see_closes(series, step - 1);
        }
        self.kernel.apply(Event::Step {
            step: step as u32,
            time,
        });
        if is_due {
            self.let_happen(time, false);
        }
        if step >= self.schedule.next_step() {
            self.tell_actions(series, step, observed);
        }
    }

    fn observe<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if !std::mem::take(&mut self.has_begun) {
            self.begin(series, step);
        }
        self.observed = Some(step);
        let fills_basket = self.kernel.awaits_basket();
        if fills_basket {
            self.fill_basket(series, step);
        }
        let shows_volume = !fills_basket && self.kernel.config().costs.needs_volume();
        for (instrument, row) in self.timeline.bars_at(step) {
            let bars = series.bars(instrument as usize);
            let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
            self.last_close[instrument as usize] = bars.close[row];
            if shows_volume {
                let traded = &self.kernel.ledger().instruments()[instrument as usize];
                let lots = traded.quantity_scale().to_integer_floor(bars.volume[row]);
                self.kernel.apply(Event::Volume { instrument, lots });
            }
            if let Some(Some(quotes)) = self.quotes.get(instrument as usize) {
                self.kernel.apply(quotes.event(instrument, row));
            }
            if self.kernel.working_orders() == 0 {
                let price = scale.to_integer(bars.close[row]);
                self.kernel.apply(Event::Price { instrument, price });
            } else {
                tell_session(
                    &mut self.kernel,
                    &mut self.sessions,
                    (instrument, row),
                    bars.time,
                );
                let bar = TickBar::of(&bars, row, scale);
                self.kernel.apply(Event::Bar { instrument, bar });
            }
        }
        let time = self.timeline.time(series, step);
        if self.is_due(time) {
            self.let_happen(time, true);
            self.look_ahead_to_due(series);
        }
    }

    /// What the turn of the day costs is worked out at the close before it, which may only have been
    /// marked.
    fn tell_close_before<S: Series + ?Sized>(
        &mut self,
        series: &S,
        step: usize,
        observed: Option<usize>,
    ) {
        let is_next = observed.is_none_or(|observed| observed + 1 >= step);
        if !is_next && self.kernel.waits_for_next_day() {
            self.see_closes(series, step - 1);
        }
    }

    /// The last step may only have been marked: actions are about its closes.
    #[cold]
    fn tell_actions<S: Series + ?Sized>(
        &mut self,
        series: &S,
        step: usize,
        observed: Option<usize>,
    ) {
        if observed.is_some_and(|observed| observed + 1 < step) {
            self.see_closes(series, step - 1);
        }
        while let Some(action) = self.schedule.take_due(step) {
            self.kernel.apply(action);
        }
    }

    /// Lets the kernel see the closes of a step alone.
    fn see_closes<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        for (instrument, row) in self.timeline.bars_at(step) {
            let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
            let close = series.bars(instrument as usize).close[row];
            self.last_close[instrument as usize] = close;
            let price = scale.to_integer(close);
            self.kernel.apply(Event::Price { instrument, price });
        }
    }

    /// Marks the steps from `from` while nothing can change, and returns where that ends: at `to`,
    /// at once with working orders or several series, at a step where equity is gone or nears the
    /// maintenance margin, at the next day where that costs or pays something, where a contract ends or
    /// is funded, or at a step whose bar is the first after a company did something.
    pub(crate) fn mark_silence<S: Series + ?Sized>(
        &mut self,
        series: &S,
        from: usize,
        to: usize,
    ) -> usize {
        let silent = matches!(self.timeline, Timeline::Single { .. })
            && self.kernel.working_orders() == 0
            && self.exchange.is_none()
            && !self.kernel.is_halted();
        let to = to
            .min(self.schedule.next_step())
            .min(self.lifecycle.next_step);
        if !silent || from >= to {
            return from;
        }
        let Some(line) = self.kernel.margin_line(0) else {
            return from;
        };
        let to = self.end_of_quiet(series, from, to);
        let marks = &mut self.equity[from..to];
        let closes = &series.bars(0).close[from..to];
        let cash = self.kernel.ledger().balance().to_f64();
        let units = units(&self.kernel, 0);
        if let Some(account) = &self.account {
            for (mark, &close) in marks.iter_mut().zip(closes) {
                *mark = account.equity(&[close]);
            }
        } else if units == 0.0 {
            marks.fill(cash);
            return to;
        } else if !affine(marks, closes, units, cash) && line == 0.0 {
            return to;
        }
        first_low(marks, closes, line * units.abs()).map_or(to, |low| from + low)
    }

    /// The first step of another day, where the turn of the day changes the account; else `to`.
    fn end_of_quiet<S: Series + ?Sized>(&self, series: &S, from: usize, to: usize) -> usize {
        if !self.kernel.waits_for_next_day() {
            return to;
        }
        let time = series.bars(0).time;
        let today = day_of(time[from - 1]);
        from + time[from..to].partition_point(|&time| day_of(time) == today)
    }

    fn mark(&mut self, step: usize) {
        if let Some(exchange) = &mut self.exchange {
            exchange.note(step, &self.last_close);
            self.equity[step] = exchange.equity(&self.kernel, &self.last_close, step);
            return;
        }
        let cash = self.kernel.ledger().balance().to_f64();
        let values = self
            .last_close
            .iter()
            .enumerate()
            .filter_map(|(instrument, &close)| {
                let units = units(&self.kernel, instrument as u32);
                (units != 0.0).then_some(close * units)
            });
        if self.kernel.is_halted() {
            self.equity[step] = cash;
            return;
        }
        if let Some(account) = &mut self.account {
            let followed = account.follow(&self.kernel);
            debug_assert!(followed.is_ok(), "the log of a run in hand is whole");
            self.equity[step] = account.equity(&self.last_close);
            return;
        }
        // One series: `close * units + cash`, the formula of the block, to the bit.
        self.equity[step] = values
            .fold(None, |sum: Option<f64>, value| {
                Some(sum.map_or(value, |sum| sum + value))
            })
            .map_or(cash, |value| value + cash);
    }

    /// Tells the processor that this step will be processed soon. Steps at which something happens
    /// lie far apart in the columns, and waiting for memory would cost more than a fill.
    pub(crate) fn announce<S: Series + ?Sized>(&self, series: &S, step: usize) {
        if matches!(self.timeline, Timeline::Single { .. }) {
            let bars = series.bars(0);
            prefetch(bars.time, step);
            prefetch(bars.open, step);
            prefetch(bars.high, step);
            prefetch(bars.low, step);
            prefetch(bars.close, step);
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
        for instrument in 0..series.count() as u32 {
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

    pub(crate) fn fill_with_cash(&mut self, from: usize) {
        let cash = self.kernel.ledger().cash().to_f64();
        let from = from.min(self.equity.len());
        self.equity[from..].fill(cash);
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

/// The first mark at which equity is gone, or not above `line` times the close.
fn first_low(marks: &[f64], closes: &[f64], line: f64) -> Option<usize> {
    if line == 0.0 {
        return marks.iter().position(|&equity| equity <= 0.0);
    }
    // A hair above the line: a step too many is looked at, never one too few.
    let line = line * (1.0 + 1e-9);
    let mut steps = marks.iter().zip(closes);
    steps.position(|(&equity, &close)| equity <= line * close)
}

/// Tells where a bar stands in its session, where some instrument has a calendar.
#[inline]
fn tell_session(
    kernel: &mut Kernel,
    sessions: &mut Option<SessionCursors>,
    (instrument, row): (u32, usize),
    times: &[i64],
) {
    if let Some(sessions) = sessions {
        let place = match kernel.schedule(instrument) {
            Some(schedule) => sessions.place(instrument, schedule, times, row),
            None => SessionPlace::WHOLE,
        };
        kernel.apply(Event::Session(place));
    }
}

/// Signed position in units of what its price is of: a contract counts its multiplier.
fn units(kernel: &Kernel, instrument: u32) -> f64 {
    let traded = &kernel.ledger().instruments()[instrument as usize];
    let held = kernel.ledger().position(instrument).quantity;
    traded.quantity_scale().to_float(held) * traded.multiplier()
}
