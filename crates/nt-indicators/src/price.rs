//! Prices of a bar made into one.

use crate::indicator::Indicator;

mod avgdev;
mod avgprice;
mod heikin_ashi;
mod medprice;
mod typprice;
mod wclprice;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &avgdev::INDICATOR,
    &avgprice::INDICATOR,
    &heikin_ashi::INDICATOR,
    &medprice::INDICATOR,
    &typprice::INDICATOR,
    &wclprice::INDICATOR,
];
