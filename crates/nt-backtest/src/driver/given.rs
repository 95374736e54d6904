use nt_trading::{Command, Event, Fillable, Kernel, TickBar};

use super::{Driver, tell_session};
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
        self.hand_out(series, self.block.first)
    }

    /// Begins a step and looks for orders that its bars could fill; whether there are any.
    pub(super) fn asks<S: Series + ?Sized>(&mut self, series: &S, step: usize) -> bool {
        if self.kernel.working_orders() == 0 {
            return false;
        }
        self.begin(series, step);
        self.has_begun = true;
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

    /// The orders that a fill model is asked about: with any, [`Driver::next`] gave no block, and is
    /// to be called with the fills as commands and nothing consumed.
    #[must_use]
    pub fn asked(&self) -> &[Fillable] {
        &self.asked
    }
}
