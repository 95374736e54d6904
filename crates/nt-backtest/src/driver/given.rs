use nt_trading::{Command, Event, Fillable, Kernel, TickBar};

use super::Driver;
use super::telling::{tell_session, tell_tick, tell_tick_session};
use crate::Series;

impl Driver {
    /// Goes on with a step once its fills are given.
    pub(super) fn go_on_with<S: Series + ?Sized>(
        &mut self,
        series: &S,
        fills: Option<impl FnMut(&Kernel) -> Option<Command>>,
    ) -> usize {
        self.asked.clear();
        if let Some(mut fills) = fills {
            while let Some(fill) = fills(&self.kernel) {
                self.kernel.apply(Event::Command(fill));
            }
        }
        let step = self.block.first;
        if !self.sides.is_empty() {
            self.tell_next_tick(series, step);
            if self.asks_on_ticks(series, step) {
                return 0;
            }
        }
        self.hand_out(series, step)
    }

    /// Begins a step and looks for orders that its bars could fill; whether there are any.
    pub(super) fn asks<S: Series + ?Sized>(&mut self, series: &S, step: usize) -> bool {
        if self.kernel.working_orders() == 0 {
            return false;
        }
        self.begin(series, step);
        self.has_begun = true;
        if !self.sides.is_empty() {
            return self.asks_on_ticks(series, step);
        }
        for (instrument, row) in self.timeline.bars_at(step) {
            let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
            let bars = series.bars(instrument as usize);
            let bar = TickBar::of(&bars, row, scale);
            tell_session(
                &mut self.kernel,
                &mut self.sessions,
                (instrument, row),
                bars.time,
            );
            self.asked.extend(self.kernel.fillable(instrument, &bar));
        }
        !self.asked.is_empty()
    }

    /// Tells the kernel of the quotes and trades of a step up to the first that could fill an order;
    /// whether there is one. Of a step with several each is asked about when those before it are
    /// matched.
    fn asks_on_ticks<S: Series + ?Sized>(&mut self, series: &S, step: usize) -> bool {
        while let Some((place, row)) = self.next_tick(step) {
            if let Some(sessions) = &mut self.sessions {
                tell_tick_session(&mut self.kernel, sessions, series, (place, row));
            }
            let instrument = series.instrument(place as usize);
            let traded = &self.kernel.ledger().instruments()[instrument as usize];
            let ticks = series.ticks(place as usize);
            self.asked = match ticks.map(|ticks| ticks.event(row, instrument, traded)) {
                Some(Event::Quote { quote, .. }) => {
                    self.kernel.fillable_at_quote(instrument, &quote)
                }
                Some(Event::Trade { price, .. }) => {
                    self.kernel.fillable_at_trade(instrument, price)
                }
                _ => Vec::new(),
            };
            if !self.asked.is_empty() {
                return true;
            }
            self.tell_next_tick(series, step);
        }
        false
    }

    fn next_tick(&self, step: usize) -> Option<(u32, usize)> {
        self.timeline.bars_at(step).nth(self.told)
    }

    fn tell_next_tick<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        if let Some((place, row)) = self.next_tick(step) {
            tell_tick(&mut self.kernel, &mut self.sides, series, (place, row));
            self.told += 1;
        }
    }

    /// Series and row of the first step of the block, as far as the caller may see them: where a fill
    /// model is asked about a quote or trade, those after it in the step are still to come.
    pub fn rows_in_sight(&self) -> impl Iterator<Item = (u32, usize)> {
        let is_asked = !self.asked.is_empty() && !self.sides.is_empty();
        let seen = if is_asked { self.told + 1 } else { usize::MAX };
        self.timeline.bars_at(self.block.first).take(seen)
    }

    /// The orders that a fill model is asked about: with any, [`Driver::next`] gave no block, and is
    /// to be called with the fills as commands and nothing consumed.
    #[must_use]
    pub fn asked(&self) -> &[Fillable] {
        &self.asked
    }
}
