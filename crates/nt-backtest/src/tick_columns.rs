use nt_core::{Instrument, QuotesView, Scale, TradesView};
use nt_trading::{Event, Quote};

/// Reads the rows of quotes as the kernel takes them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TickReader {
    instrument: u32,
    prices: Scale,
    lots: Scale,
}

impl TickReader {
    pub const fn new(index: u32, instrument: &Instrument) -> Self {
        Self {
            instrument: index,
            prices: instrument.price_scale(),
            lots: instrument.quantity_scale(),
        }
    }

    pub fn quote(&self, quotes: &QuotesView<'_>, row: usize) -> Event {
        let quote = Quote {
            bid: self.price(quotes.bid[row]),
            ask: self.price(quotes.ask[row]),
            bid_lots: self.offered(quotes.bid_size[row]),
            ask_lots: self.offered(quotes.ask_size[row]),
        };
        Event::Quote {
            instrument: self.instrument,
            quote,
        }
    }

    pub fn trade(&self, trades: &TradesView<'_>, row: usize) -> Event {
        Event::Trade {
            instrument: self.instrument,
            price: self.prices.to_integer(trades.price[row]),
            lots: self.lots.to_integer_floor(trades.size[row]),
        }
    }

    fn price(&self, price: f64) -> Option<i64> {
        (!price.is_nan()).then(|| self.prices.to_integer(price))
    }

    /// Whole lots on offer. Less than one is one, since 0 says that nobody knows how many.
    fn offered(&self, size: f64) -> i64 {
        if size == 0.0 {
            return 0;
        }
        self.lots.to_integer_floor(size).max(1)
    }
}
