use std::borrow::Cow;

use nt_core::{BarsView, Result};

use crate::measures::{Input, Measurer, Measures};
use crate::{Driver, FillTable, TradeTable, holding_factors};

/// The measures of a run that is over. `equity` has a value a step; the benchmark is who holds the only
/// instrument, none where there are several.
///
/// # Errors
/// `LOG_CORRUPT`, which the log of a run in hand never is.
pub fn measure_finished(
    driver: &Driver,
    series: &[BarsView<'_>],
    (time, equity): (&[i64], &[f64]),
    first_tradable: usize,
    measurer: &Measurer<'_>,
) -> Result<Measures> {
    let fills = FillTable::of(driver)?;
    let trades = TradeTable::of(driver)?.rows;
    let benchmark = match series {
        [only] => held(driver, only),
        _ => Cow::default(),
    };
    Ok(measurer.measure(&Input {
        time,
        equity,
        close: &benchmark,
        gross_exposure: &fills.gross_exposure(driver, series, equity),
        first_tradable,
        trades: &trades,
        initial_cash: driver.kernel().config().cash.to_f64(),
        total_fees: total_fees(driver, &fills),
    }))
}

/// Worth of who holds the only instrument from the beginning: its closes, where no company acts.
fn held<'a>(driver: &Driver, bars: &BarsView<'a>) -> Cow<'a, [f64]> {
    match holding_factors(driver.actions(), 0, bars) {
        None => bars.close.into(),
        Some(factors) => {
            let worth = bars.close.iter().zip(factors);
            worth.map(|(close, factor)| close * factor).collect()
        }
    }
}

/// All fees in the currency of the account; exact where there is one currency.
fn total_fees(driver: &Driver, fills: &FillTable) -> f64 {
    let ledger = driver.kernel().ledger();
    if ledger.foreign_cash().next().is_none() {
        return ledger.fees().to_f64();
    }
    fills.fee.iter().sum()
}
