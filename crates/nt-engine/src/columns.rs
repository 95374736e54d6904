use napi::bindgen_prelude::{BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::{BarQuotes, TickSeries, check_prices};
use nt_core::{BarsView, Instrument, QuotesView, Scale, TradesView};

use crate::error::{Result, thrown};

/// The columns of one series as JavaScript holds them; read in place, never copied.
#[napi(object)]
pub struct BarColumns {
    pub time: BigInt64Array,
    pub open: Float64Array,
    pub high: Float64Array,
    pub low: Float64Array,
    pub close: Float64Array,
    pub volume: Float64Array,
    /// Bid and ask at the closes, where a run fills at them; NaN where a bar has none.
    pub bid: Option<Float64Array>,
    pub ask: Option<Float64Array>,
}

impl BarColumns {
    pub fn view(&self) -> BarsView<'_> {
        BarsView {
            time: &self.time,
            open: &self.open,
            high: &self.high,
            low: &self.low,
            close: &self.close,
            volume: &self.volume,
        }
    }

    /// Bid and ask in ticks, where there are any.
    pub fn quotes(&self, scale: Scale) -> Result<Option<BarQuotes>> {
        let (Some(bid), Some(ask)) = (&self.bid, &self.ask) else {
            return Ok(None);
        };
        BarQuotes::new(bid, ask, &self.close, scale)
            .map(Some)
            .map_err(thrown)
    }

    /// The view, once its columns are of this length: a caller may have handed over others.
    pub fn view_of(&self, bars: usize) -> Result<BarsView<'_>> {
        let view = self.view();
        let columns = [view.open, view.high, view.low, view.close, view.volume];
        if view.len() == bars && columns.iter().all(|column| column.len() == bars) {
            return Ok(view);
        }
        let message = format!(
            "the columns of the series do not all have {bars} values: give equal lengths, and leave them during a run"
        );
        Err(thrown(nt_core::Error::new(
            nt_core::Code::DataLengthMismatch,
            message,
        )))
    }
}

/// Checks what bars must hold and returns the decimals their prices need, at most 9.
#[napi]
pub fn inspect_bars(bars: BarColumns) -> Result<u32> {
    let view = bars.view();
    view.validate().map_err(thrown)?;
    Ok(decimals(&[view.open, view.high, view.low, view.close]))
}

/// The columns of quotes as JavaScript holds them; read in place, never copied.
#[napi(object)]
pub struct QuoteColumns {
    pub time: BigInt64Array,
    pub bid: Float64Array,
    pub ask: Float64Array,
    pub bid_size: Float64Array,
    pub ask_size: Float64Array,
}

impl QuoteColumns {
    pub fn view(&self) -> QuotesView<'_> {
        QuotesView {
            time: &self.time,
            bid: &self.bid,
            ask: &self.ask,
            bid_size: &self.bid_size,
            ask_size: &self.ask_size,
        }
    }
}

/// The columns of trades as JavaScript holds them; read in place, never copied.
#[napi(object)]
pub struct TradeColumns {
    pub time: BigInt64Array,
    pub price: Float64Array,
    pub size: Float64Array,
}

impl TradeColumns {
    pub fn view(&self) -> TradesView<'_> {
        TradesView {
            time: &self.time,
            price: &self.price,
            size: &self.size,
        }
    }
}

/// A series of ticks: the index of its instrument, and its quotes or its trades.
#[napi(object)]
pub struct TickColumns {
    pub instrument: u32,
    pub quotes: Option<QuoteColumns>,
    pub trades: Option<TradeColumns>,
}

/// Owned copies of series of ticks that fit the scales of their instruments.
pub fn tick_series(series: &[TickColumns], instruments: &[Instrument]) -> Result<Vec<TickSeries>> {
    let copy = |each: &TickColumns| {
        let traded = &instruments[each.instrument as usize];
        match (&each.quotes, &each.trades) {
            (Some(quotes), _) => {
                let view = quotes.view();
                view.validate()?;
                check_prices(view.ask, traded)?;
                check_prices(view.bid, traded)?;
                Ok(TickSeries::quotes(each.instrument, view.to_quotes()))
            }
            (None, Some(trades)) => {
                let view = trades.view();
                view.validate()?;
                check_prices(view.price, traded)?;
                Ok(TickSeries::trades(each.instrument, view.to_trades()))
            }
            (None, None) => {
                let message = "a series of ticks has neither quotes nor trades: give one";
                Err(nt_core::Error::new(nt_core::Code::DataEmpty, message))
            }
        }
    };
    series
        .iter()
        .map(|each| copy(each).map_err(thrown))
        .collect()
}

/// Checks what quotes must hold and returns the decimals their prices need, at most 9.
#[napi]
pub fn inspect_quotes(quotes: QuoteColumns) -> Result<u32> {
    let view = quotes.view();
    view.validate().map_err(thrown)?;
    Ok(decimals(&[view.bid, view.ask]))
}

/// Checks what trades must hold and returns the decimals their prices need, at most 9.
#[napi]
pub fn inspect_trades(trades: TradeColumns) -> Result<u32> {
    let view = trades.view();
    view.validate().map_err(thrown)?;
    Ok(decimals(&[view.price]))
}

fn decimals(columns: &[&[f64]]) -> u32 {
    let needed = columns
        .iter()
        .map(|column| Scale::of_column(column).decimals());
    needed.max().unwrap_or_default()
}
