use nt_math::{affine, prefetch};
use nt_trading::{Command, Event, FillPolicy, Kernel, Matching, TickBar};

use crate::lot_account::LotAccount;
use crate::{Series, Timeline};

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

/// Replays bars, or quotes and trades, through the kernel. The caller decides: after [`Driver::next`] it looks at the steps
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
    /// In runs over ticks, what one of each instrument is worth long and short.
    sides: Vec<[f64; 2]>,
    /// Where lots close one by one, what equity is summed from.
    account: Option<LotAccount>,
    /// The step whose bars the kernel saw last.
    observed: Option<usize>,
    block: Block,
    /// Step at which the caller spoke last.
    spoke_at: usize,
    /// How long the next block may be.
    hint: usize,
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
        let block = Block {
            first: start,
            len: 0,
        };
        Self {
            kernel,
            timeline,
            equity,
            last_close,
            sides,
            account,
            observed: None,
            block,
            spoke_at: start,
            hint: 1,
        }
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
        if self.kernel.config().fill_policy == FillPolicy::ThisClose {
            self.mark(step);
        }
    }

    /// One step in full: its bars are matched, the positions marked, ruin looked for.
    pub(crate) fn process<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        self.observe(series, step);
        self.mark(step);
        if self.equity[step] <= 0.0 {
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
            for (instrument, row) in self.timeline.bars_at(before) {
                let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
                let price = scale.to_integer(series.bars(instrument as usize).close[row]);
                self.kernel.apply(Event::Price { instrument, price });
            }
        }
        self.process(series, step);
    }

    /// Lets the kernel see the bars of a step that was only marked; nothing works, so nothing fills.
    fn catch_up<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if self.observed != Some(step) {
            self.observe(series, step);
        }
    }

    fn observe<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        self.observed = Some(step);
        let time = self.timeline.time(series, step);
        self.kernel.apply(Event::Step {
            step: step as u32,
            time,
        });
        for (instrument, row) in self.timeline.bars_at(step) {
            if let Some(ticks) = series.ticks(instrument as usize) {
                let instrument = series.instrument(instrument as usize);
                let traded = &self.kernel.ledger().instruments()[instrument as usize];
                let event = ticks.event(row, instrument, traded);
                self.kernel.apply(event);
                let is_quoted = self.kernel.quote(instrument).is_some();
                ticks.show(row, is_quoted, &mut self.sides[instrument as usize]);
                continue;
            }
            let bars = series.bars(instrument as usize);
            let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
            self.last_close[instrument as usize] = bars.close[row];
            if self.kernel.config().costs.needs_volume() {
                let traded = &self.kernel.ledger().instruments()[instrument as usize];
                let lots = traded.quantity_scale().to_integer_floor(bars.volume[row]);
                self.kernel.apply(Event::Volume { instrument, lots });
            }
            if self.kernel.working_orders() == 0 {
                let price = scale.to_integer(bars.close[row]);
                self.kernel.apply(Event::Price { instrument, price });
            } else {
                let bar = TickBar::of(&bars, row, scale);
                self.kernel.apply(Event::Bar { instrument, bar });
            }
        }
    }

    /// Marks the steps from `from` while nothing can change, and returns where that ends: at `to`,
    /// at once with working orders or several series, or at a step where equity is gone.
    pub(crate) fn mark_silence<S: Series + ?Sized>(
        &mut self,
        series: &S,
        from: usize,
        to: usize,
    ) -> usize {
        let silent = matches!(self.timeline, Timeline::Single { .. })
            && self.kernel.working_orders() == 0
            && !self.kernel.is_halted();
        if !silent || from >= to {
            return from;
        }
        let units = units(&self.kernel, 0);
        let Some(closes) = series.marks(0, units > 0.0) else {
            return from;
        };
        let closes = &closes[from..to];
        let marks = &mut self.equity[from..to];
        let cash = self.kernel.ledger().cash().to_f64();
        if let Some(account) = &self.account {
            for (mark, &close) in marks.iter_mut().zip(closes) {
                *mark = account.equity(&[close]);
            }
        } else if units == 0.0 {
            marks.fill(cash);
            return to;
        } else if !affine(marks, closes, units, cash) {
            return to;
        }
        marks
            .iter()
            .position(|&equity| equity <= 0.0)
            .map_or(to, |ruined| from + ruined)
    }

    fn mark(&mut self, step: usize) {
        for (instrument, sides) in self.sides.iter().enumerate() {
            let short = units(&self.kernel, instrument as u32) < 0.0;
            self.last_close[instrument] = sides[usize::from(short)];
        }
        let cash = self.kernel.ledger().cash().to_f64();
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

/// Signed position in units.
fn units(kernel: &Kernel, instrument: u32) -> f64 {
    let scale = kernel.ledger().instruments()[instrument as usize].quantity_scale();
    scale.to_float(kernel.ledger().position(instrument).quantity)
}
