//! Averages and bands over the price.

use crate::indicator::Indicator;

mod accbands;
mod bollinger_bands;
mod dema;
mod donchian;
mod ema;
mod hma;
mod kama;
mod keltner;
mod ma;
mod mama;
mod mavp;
mod midpoint;
mod midprice;
mod rma;
mod sar;
mod sar_ext;
mod sma;
mod supertrend;
mod t3;
mod tema;
mod trima;
mod vwma;
mod wma;
mod zlema;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &accbands::INDICATOR,
    &bollinger_bands::INDICATOR,
    &dema::INDICATOR,
    &donchian::INDICATOR,
    &ema::INDICATOR,
    &hma::INDICATOR,
    &kama::INDICATOR,
    &keltner::INDICATOR,
    &ma::INDICATOR,
    &mama::INDICATOR,
    &mavp::INDICATOR,
    &midpoint::INDICATOR,
    &midprice::INDICATOR,
    &rma::INDICATOR,
    &sar::INDICATOR,
    &sar_ext::INDICATOR,
    &sma::INDICATOR,
    &supertrend::INDICATOR,
    &t3::INDICATOR,
    &tema::INDICATOR,
    &trima::INDICATOR,
    &vwma::INDICATOR,
    &wma::INDICATOR,
    &zlema::INDICATOR,
];
