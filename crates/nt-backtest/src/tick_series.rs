use nt_core::{Instrument, Quotes, QuotesView, Trades, TradesView};
use nt_trading::Event;

use crate::Series;
use crate::tick_columns::TickReader;

/// A series of ticks, and the index of the instrument it is of.
#[derive(Clone, Debug)]
pub struct TickSeries {
    instrument: u32,
    ticks: Ticks,
    /// Whether every row has both sides.
    is_whole: bool,
}

#[derive(Clone, Debug)]
enum Ticks {
    Quotes(Quotes),
    Trades(Trades),
}

/// Borrowed columns of a series of ticks.
#[derive(Clone, Copy, Debug)]
pub enum TicksView<'a> {
    /// Of quotes.
    Quotes(QuotesView<'a>),
    /// Of trades.
    Trades(TradesView<'a>),
}

impl TickSeries {
    /// The quotes of an instrument.
    #[must_use]
    pub fn quotes(instrument: u32, quotes: Quotes) -> Self {
        let sides = quotes.bid.iter().chain(&quotes.ask);
        Self {
            instrument,
            is_whole: !sides.fold(false, |missing, price| missing | price.is_nan()),
            ticks: Ticks::Quotes(quotes),
        }
    }

    /// The trades of an instrument.
    #[must_use]
    pub const fn trades(instrument: u32, trades: Trades) -> Self {
        Self {
            instrument,
            ticks: Ticks::Trades(trades),
            is_whole: true,
        }
    }
}

impl Series for [TickSeries] {
    fn count(&self) -> usize {
        self.len()
    }

    fn bars(&self, _series: usize) -> nt_core::BarsView<'_> {
        nt_core::BarsView {
            time: &[],
            open: &[],
            high: &[],
            low: &[],
            close: &[],
            volume: &[],
        }
    }

    fn ticks(&self, series: usize) -> Option<TicksView<'_>> {
        Some(match &self[series].ticks {
            Ticks::Quotes(quotes) => TicksView::Quotes(quotes.view()),
            Ticks::Trades(trades) => TicksView::Trades(trades.view()),
        })
    }

    fn time(&self, series: usize) -> &[i64] {
        match &self[series].ticks {
            Ticks::Quotes(quotes) => &quotes.time,
            Ticks::Trades(trades) => &trades.time,
        }
    }

    fn instrument(&self, series: usize) -> u32 {
        self[series].instrument
    }

    fn marks(&self, series: usize, long: bool) -> Option<&[f64]> {
        let each = &self[series];
        each.is_whole.then_some(match &each.ticks {
            Ticks::Quotes(quotes) if long => &quotes.bid,
            Ticks::Quotes(quotes) => &quotes.ask,
            Ticks::Trades(trades) => &trades.price,
        })
    }
}

impl TicksView<'_> {
    /// A row as the kernel takes it.
    pub(crate) fn event(&self, row: usize, index: u32, instrument: &Instrument) -> Event {
        let reader = TickReader::new(index, instrument);
        match self {
            Self::Quotes(quotes) => reader.quote(quotes, row),
            Self::Trades(trades) => reader.trade(trades, row),
        }
    }

    /// Moves what one is worth long and short to a row. A side that nobody is on keeps its last price;
    /// trades say nothing where there is a quote.
    pub(crate) fn show(&self, row: usize, is_quoted: bool, [long, short]: &mut [f64; 2]) {
        let (bid, ask) = match self {
            Self::Quotes(quotes) => (quotes.bid[row], quotes.ask[row]),
            Self::Trades(_) if is_quoted => return,
            Self::Trades(trades) => (trades.price[row], trades.price[row]),
        };
        *long = if bid.is_nan() { *long } else { bid };
        *short = if ask.is_nan() { *short } else { ask };
    }
}
