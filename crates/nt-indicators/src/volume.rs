//! Prices and volume together.

use crate::indicator::Indicator;

mod ad;
mod adosc;
mod anchored_vwap;
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
mod session_vwap;
mod tradingview_obv;
mod twiggs_money_flow;
mod volume_profile;
mod volume_zone_oscillator;
mod vwap;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &ad::INDICATOR,
    &adosc::INDICATOR,
    &anchored_vwap::INDICATOR,
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
    &session_vwap::INDICATOR,
    &tradingview_obv::INDICATOR,
    &twiggs_money_flow::INDICATOR,
    &volume_profile::INDICATOR,
    &volume_zone_oscillator::INDICATOR,
    &vwap::INDICATOR,
];
