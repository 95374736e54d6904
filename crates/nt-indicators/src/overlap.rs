//! Averages and bands over the price.

use crate::indicator::Indicator;

mod bollinger_bands;
mod dema;
mod ema;
mod kama;
mod ma;
mod mama;
mod rma;
mod sma;
mod t3;
mod tema;
mod trima;
mod wma;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &bollinger_bands::INDICATOR,
    &dema::INDICATOR,
    &ema::INDICATOR,
    &kama::INDICATOR,
    &ma::INDICATOR,
    &mama::INDICATOR,
    &rma::INDICATOR,
    &sma::INDICATOR,
    &t3::INDICATOR,
    &tema::INDICATOR,
    &trima::INDICATOR,
    &wma::INDICATOR,
];
