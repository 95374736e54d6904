//! Averages and bands over the price.

use crate::indicator::Indicator;

mod accbands;
mod alligator;
mod alma;
mod bandwidth;
mod bollinger_bands;
mod butterworth;
mod chande_kroll_stop;
mod chandelier_exit;
mod decycler;
mod dema;
mod donchian;
mod ema;
mod envelope;
mod frama;
mod gaussian_filter;
mod hma;
mod ichimoku;
mod kama;
mod keltner;
mod laguerre;
mod ma;
mod mama;
mod mavp;
mod mcginley;
mod midpoint;
mod midprice;
mod percent_b;
mod rma;
mod sar;
mod sar_ext;
mod sma;
mod super_smoother;
mod supertrend;
mod swiss_army_knife;
mod swma;
mod t3;
mod tema;
mod tradingview_ema;
mod tradingview_keltner;
mod tradingview_sar;
mod tradingview_supertrend;
mod trima;
mod vidya;
mod vwma;
mod wma;
mod zigzag;
mod zlema;

pub(crate) use alligator::Alligator;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &accbands::INDICATOR,
    &alligator::INDICATOR,
    &alma::INDICATOR,
    &bandwidth::INDICATOR,
    &bollinger_bands::INDICATOR,
    &butterworth::INDICATOR,
    &chande_kroll_stop::INDICATOR,
    &chandelier_exit::INDICATOR,
    &decycler::INDICATOR,
    &dema::INDICATOR,
    &donchian::INDICATOR,
    &ema::INDICATOR,
    &envelope::INDICATOR,
    &frama::INDICATOR,
    &gaussian_filter::INDICATOR,
    &hma::INDICATOR,
    &ichimoku::INDICATOR,
    &kama::INDICATOR,
    &keltner::INDICATOR,
    &laguerre::INDICATOR,
    &ma::INDICATOR,
    &mama::INDICATOR,
    &mavp::INDICATOR,
    &mcginley::INDICATOR,
    &midpoint::INDICATOR,
    &midprice::INDICATOR,
    &percent_b::INDICATOR,
    &rma::INDICATOR,
    &sar::INDICATOR,
    &sar_ext::INDICATOR,
    &sma::INDICATOR,
    &super_smoother::INDICATOR,
    &supertrend::INDICATOR,
    &swiss_army_knife::INDICATOR,
    &swma::INDICATOR,
    &t3::INDICATOR,
    &tema::INDICATOR,
    &tradingview_ema::INDICATOR,
    &tradingview_keltner::INDICATOR,
    &tradingview_sar::INDICATOR,
    &tradingview_supertrend::INDICATOR,
    &trima::INDICATOR,
    &vidya::INDICATOR,
    &vwma::INDICATOR,
    &wma::INDICATOR,
    &zigzag::INDICATOR,
    &zlema::INDICATOR,
];
