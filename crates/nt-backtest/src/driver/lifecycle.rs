use nt_trading::Event;

use super::Driver;
use crate::lifecycle::{Due, Entry, Lifecycle, SettlementPrice};
use crate::{Series, Timeline};

/// Where the driver stands among the expiries and funding of a run.
#[derive(Clone, Debug)]
pub(super) struct LifecycleCursor {
    lifecycle: Lifecycle,
    /// When the next is due; the end of time where nothing is.
    next_time: i64,
    /// The step of a single series at which it is; beyond every step where nothing is.
    pub next_step: usize,
}

impl Default for LifecycleCursor {
    fn default() -> Self {
        Self {
            lifecycle: Lifecycle::default(),
            next_time: i64::MAX,
            next_step: usize::MAX,
        }
    }
}

impl Driver {
    /// The same driver, in which contracts end and are funded.
    #[must_use]
    pub fn with_lifecycle<S: Series + ?Sized>(mut self, series: &S, lifecycle: Lifecycle) -> Self {
        self.lifecycle.lifecycle = lifecycle;
        self.look_ahead_to_due(series);
        self
    }

    #[inline]
    pub(super) const fn is_due(&self, time: i64) -> bool {
        time >= self.lifecycle.next_time
    }

    /// Lets everything happen that is due before a time, before its bars; or at it, after them.
    #[cold]
    pub(super) fn let_happen(&mut self, time: i64, at_it: bool) {
        while let Some(Entry {
            instrument, due, ..
        }) = self.lifecycle.lifecycle.take_due(time, at_it)
        {
            let event = match due {
                Due::Funding(rate) => Some(Event::Funding { instrument, rate }),
                Due::Expiry(price) => self.settlement(instrument, price),
            };
            if let Some(event) = event {
                self.kernel.apply(event);
            }
        }
    }

    /// The settlement of an instrument; none where no price was ever seen, and so nothing is held.
    fn settlement(&self, instrument: u32, price: SettlementPrice) -> Option<Event> {
        let price = match price {
            SettlementPrice::Given(price) => price,
            SettlementPrice::LastOf(other) => self.last_price_of(other)?,
        };
        let scale = self.kernel.ledger().instruments()[instrument as usize].price_scale();
        let price = scale.to_integer(price);
        Some(Event::Settle { instrument, price })
    }

    /// The last close of an instrument; over quotes the middle of bid and ask as they last were.
    fn last_price_of(&self, instrument: u32) -> Option<f64> {
        let price = match self.sides.get(instrument as usize) {
            None => self.last_close[instrument as usize],
            Some(&[bid, ask]) if bid != 0.0 && ask != 0.0 => f64::midpoint(bid, ask),
            Some(&[bid, ask]) => bid + ask,
        };
        (price != 0.0).then_some(price)
    }

    pub(super) fn look_ahead_to_due<S: Series + ?Sized>(&mut self, series: &S) {
        let time = self.lifecycle.lifecycle.next_time();
        self.lifecycle.next_time = time;
        self.lifecycle.next_step = match self.timeline {
            Timeline::Single { .. } => series.time(0).partition_point(|&at| at < time),
            Timeline::Merged { .. } => usize::MAX,
        };
    }
}
