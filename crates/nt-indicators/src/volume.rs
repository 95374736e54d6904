//! Prices and volume together.

use crate::indicator::Indicator;

mod ad;
mod adosc;
mod cmf;
mod ease_of_movement;
mod efi;
mod klinger;
mod marketfi;
mod nvi;
mod obv;
mod pvi;
mod pvo;
mod pvo_histogram;
mod pvt;
mod relative_daily_volume;
mod rolling_vwap;
mod rvol;
mod vwap;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &ad::INDICATOR,
    &adosc::INDICATOR,
    &cmf::INDICATOR,
    &ease_of_movement::INDICATOR,
    &efi::INDICATOR,
    &klinger::INDICATOR,
    &marketfi::INDICATOR,
    &nvi::INDICATOR,
    &obv::INDICATOR,
    &pvi::INDICATOR,
    &pvo::INDICATOR,
    &pvo_histogram::INDICATOR,
    &pvt::INDICATOR,
    &relative_daily_volume::INDICATOR,
    &rolling_vwap::INDICATOR,
    &rvol::INDICATOR,
    &vwap::INDICATOR,
];
