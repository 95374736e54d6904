use nt_trading::{Event, Kernel, SessionPlace, TickBar};

use super::Driver;
use crate::Series;
use crate::session_cursors::SessionCursors;
use crate::tick_series::TicksView;

impl Driver {
    /// Goes through the last step again, for the orders that were given at its close. What they
    /// take for the close before is that of the step before.
    pub(super) fn process_again<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
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
    pub(super) fn catch_up<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if self.observed != Some(step) {
            self.observe(series, step);
        }
    }

    /// Tells the kernel of a step, and of what companies did since the one it saw last.
    #[inline]
    pub(super) fn begin<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
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

    pub(super) fn observe<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if !std::mem::take(&mut self.has_begun) {
            self.begin(series, step);
        }
        self.observed = Some(step);
        if !self.sides.is_empty() {
            if std::mem::take(&mut self.told) == 0 {
                self.tell_ticks(series, step);
            }
            self.let_happen_after(series, step);
            return;
        }
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
            if let Some(Some(bid_ask)) = self.bid_ask.get(instrument as usize) {
                self.kernel.apply(bid_ask.event(instrument, row));
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
                let bar = if self.kernel.fills_at_open_alone() {
                    TickBar::at_open(&bars, row, scale)
                } else {
                    TickBar::of(&bars, row, scale)
                };
                self.kernel.apply(Event::Bar { instrument, bar });
            }
        }
        self.let_happen_after(series, step);
    }

    /// What is due at the time of a step happens after its bars.
    #[inline]
    fn let_happen_after<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        let time = self.timeline.time(series, step);
        if self.is_due(time) {
            self.let_happen(time, true);
            self.look_ahead_to_due(series);
        }
    }

    /// Tells the kernel of the quotes and trades of a step.
    #[inline]
    fn tell_ticks<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        for place in self.timeline.bars_at(step) {
            if let Some(sessions) = &mut self.sessions {
                tell_tick_session(&mut self.kernel, sessions, series, place);
            }
            tell_tick(&mut self.kernel, &mut self.sides, series, place);
        }
    }

    /// What the turn of the day costs is worked out at the close before it, which may only have been
    /// marked.
    pub(super) fn tell_close_before<S: Series + ?Sized>(
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
    pub(super) fn tell_actions<S: Series + ?Sized>(
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
            if let Event::Split { instrument, ratio } = action
                && let Some(sides) = self.sides.get_mut(instrument as usize)
            {
                let shares = ratio.new_shares() as f64 / ratio.old_shares() as f64;
                *sides = sides.map(|price| price / shares);
            }
        }
    }

    /// Lets the kernel see the closes of a step alone, or its quotes and trades: nothing works, so
    /// nothing fills.
    pub(super) fn see_closes<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if !self.sides.is_empty() {
            self.tell_ticks(series, step);
            return;
        }
        for (instrument, row) in self.timeline.bars_at(step) {
            let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
            let close = series.bars(instrument as usize).close[row];
            self.last_close[instrument as usize] = close;
            let price = scale.to_integer(close);
            self.kernel.apply(Event::Price { instrument, price });
        }
    }
}

/// Tells where a bar stands in its session, where some instrument has a calendar.
#[inline]
pub(super) fn tell_session(
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

/// Tells where a quote or trade stands in its session. Beside quotes a trade opens and closes none.
#[cold]
pub(super) fn tell_tick_session<S: Series + ?Sized>(
    kernel: &mut Kernel,
    sessions: &mut SessionCursors,
    series: &S,
    (place, row): (u32, usize),
) {
    let instrument = series.instrument(place as usize);
    let spot = match kernel.schedule(instrument) {
        Some(schedule) => sessions.place(place, schedule, series.time(place as usize), row),
        None => SessionPlace::WHOLE,
    };
    let is_trade = matches!(series.ticks(place as usize), Some(TicksView::Trades(_)));
    let is_auction = !(is_trade && kernel.quote(instrument).is_some());
    kernel.apply(Event::Session(SessionPlace {
        opens: spot.opens && is_auction,
        closes: spot.closes && is_auction,
        ..spot
    }));
}

/// Tells the kernel of a quote or trade, and keeps what a position is worth from here on.
#[inline]
pub(super) fn tell_tick<S: Series + ?Sized>(
    kernel: &mut Kernel,
    sides: &mut [[f64; 2]],
    series: &S,
    (place, row): (u32, usize),
) {
    let Some(ticks) = series.ticks(place as usize) else {
        return;
    };
    let instrument = series.instrument(place as usize);
    let traded = &kernel.ledger().instruments()[instrument as usize];
    let event = ticks.event(row, instrument, traded);
    kernel.apply(event);
    let is_quoted = kernel.quote(instrument).is_some();
    ticks.show(row, is_quoted, &mut sides[instrument as usize]);
}
