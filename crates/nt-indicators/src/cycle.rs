//! Cycles, by the Hilbert transform.

use crate::indicator::Indicator;

mod dominant_period;
mod dominant_phase;
mod phasor;
mod sine_wave;
mod trend_mode;
mod trendline;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &dominant_period::INDICATOR,
    &dominant_phase::INDICATOR,
    &phasor::INDICATOR,
    &sine_wave::INDICATOR,
    &trend_mode::INDICATOR,
    &trendline::INDICATOR,
];
