use nt_core::BarsView;
use nt_trading::{BasketPart, Event, Kernel, TickBar};

use super::{Driver, tell_session};
use crate::Series;

impl Driver {
    /// The orders of a rebalance fill at the opens of the step, before anything else happens in it:
    /// what closes on every bar, then what opens.
    #[cold]
    pub(super) fn fill_basket<S: Series + ?Sized>(&mut self, series: &S, step: usize) {
        for part in [BasketPart::Closing, BasketPart::Opening] {
            for (instrument, row) in self.timeline.bars_at(step) {
                let bars = series.bars(instrument as usize);
                tell_session(
                    &mut self.kernel,
                    &mut self.sessions,
                    (instrument, row),
                    bars.time,
                );
                show_to_basket(&mut self.kernel, (instrument, &bars, row), part);
            }
        }
    }
}

fn show_to_basket(
    kernel: &mut Kernel,
    (instrument, bars, row): (u32, &BarsView<'_>, usize),
    part: BasketPart,
) {
    let traded = &kernel.ledger().instruments()[instrument as usize];
    let bar = TickBar::of(bars, row, traded.price_scale());
    if part == BasketPart::Closing && kernel.config().costs.needs_volume() {
        let lots = traded.quantity_scale().to_integer_floor(bars.volume[row]);
        kernel.apply(Event::Volume { instrument, lots });
    }
    kernel.apply(Event::Basket {
        instrument,
        bar,
        part,
    });
}
