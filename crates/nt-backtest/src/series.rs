use nt_core::{Bars, BarsView, Code, Error, Instrument, Result};

use crate::tick_series::TicksView;

/// The series of a run, in bars one an instrument, handed to the driver on every call so that it owns none.
pub trait Series {
    /// How many instruments.
    fn count(&self) -> usize;
    /// The bars of one; without rows where it is a series of ticks.
    fn bars(&self, series: usize) -> BarsView<'_>;

    /// The ticks of one; `None` where it is a series of bars.
    fn ticks(&self, _series: usize) -> Option<TicksView<'_>> {
        None
    }

    /// The times of its rows.
    fn time(&self, series: usize) -> &[i64] {
        self.bars(series).time
    }

    /// The instrument it is of. An instrument can have quotes and trades, one series each.
    fn instrument(&self, series: usize) -> u32 {
        series as u32
    }

    /// What a position is worth at each row, long or short; `None` where a row does not say.
    fn marks(&self, series: usize, _long: bool) -> Option<&[f64]> {
        Some(self.bars(series).close)
    }
}

impl Series for [Bars] {
    fn count(&self) -> usize {
        self.len()
    }

    fn bars(&self, instrument: usize) -> BarsView<'_> {
        self[instrument].view()
    }
}

impl Series for [BarsView<'_>] {
    fn count(&self) -> usize {
        self.len()
    }

    fn bars(&self, instrument: usize) -> BarsView<'_> {
        self[instrument]
    }
}

/// The most ticks a price may come to: beyond, sums of money would leave their integers.
const MOST_TICKS: f64 = 1e18;

/// Checks that the prices of each series fit the scale of its instrument.
///
/// # Errors
/// `OVERFLOW` naming the instrument, its highest price and the decimals.
pub fn check_scales<S: Series + ?Sized>(series: &S, instruments: &[Instrument]) -> Result<()> {
    for (index, instrument) in instruments.iter().enumerate() {
        check_prices(series.bars(index).high, instrument)?;
    }
    Ok(())
}

/// Checks that the prices of a column fit the scale of their instrument.
///
/// # Errors
/// As [`check_scales`].
pub fn check_prices(prices: &[f64], instrument: &Instrument) -> Result<()> {
    let highest = nt_math::max(prices);
    let scale = instrument.price_scale();
    if highest * scale.per_unit() <= MOST_TICKS || highest.is_nan() {
        return Ok(());
    }
    let (id, decimals) = (instrument.id(), scale.decimals());
    let message = format!(
        "{id} reaches {highest}, too much for {decimals} decimals: give fewer priceDecimals"
    );
    Err(Error::new(Code::Overflow, message).with("instrument", id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::Scale;

    #[test]
    fn a_price_beyond_its_scale_is_refused() {
        let bars = Bars {
            high: vec![1.0, 2e9],
            ..Bars::default()
        };
        let with = |decimals| {
            let whole = Scale::new(0).unwrap();
            Instrument::new("X.XTST", Scale::new(decimals).unwrap(), whole)
        };
        let series = &[bars][..];
        assert!(check_scales(series, &[with(8)]).is_ok());
        assert_eq!(
            check_scales(series, &[with(9)]).unwrap_err().code(),
            Code::Overflow
        );
    }
}
