use napi::bindgen_prelude::{BigInt64Array, Float64Array};
use napi_derive::napi;
use nt_backtest::Quotes;
use nt_core::{BarsView, Scale};

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
    /// Quotes at the closes, where a run fills at them; NaN where a bar has none.
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

    /// The quotes in ticks, where there are any.
    pub fn quotes(&self, scale: Scale) -> Result<Option<Quotes>> {
        let (Some(bid), Some(ask)) = (&self.bid, &self.ask) else {
            return Ok(None);
        };
        Quotes::new(bid, ask, &self.close, scale)
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
    let decimals = [view.open, view.high, view.low, view.close]
        .map(|column| Scale::of_column(column).decimals());
    Ok(decimals.into_iter().max().unwrap_or_default())
}
