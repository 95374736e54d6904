//! How fast and how far prices go one way.

use crate::indicator::Indicator;

mod ac;
mod accumulative_swing_index;
mod adx;
mod adxr;
mod ao;
mod apo;
mod aroon;
mod aroon_oscillator;
mod augen_price_spike;
mod band_pass;
mod bop;
mod cci;
mod center_of_gravity;
mod cmo;
mod cmou;
mod connors_rsi;
mod coppock;
mod cutler_rsi;
mod demarker;
mod derivative_oscillator;
mod dpo;
mod dx;
mod elder_impulse;
mod er;
mod eri;
mod fisher;
mod fosc;
mod fractal;
mod gator;
mod high_pass;
mod ibs;
mod imi;
mod inverse_fisher_rsi;
mod kdj;
mod kst;
mod laguerre_rsi;
mod macd;
mod macd_ext;
mod macd_fix;
mod mfi;
mod minus_di;
mod minus_dm;
mod mom;
mod plus_di;
mod plus_dm;
mod ppo;
mod ppo_histogram;
mod pretty_good_oscillator;
mod psychological_line;
mod qqe;
mod qstick;
mod random_walk_index;
mod roc;
mod rocp;
mod rocr;
mod rocr100;
mod roofing_filter;
mod rsi;
mod rvgi;
mod schaff;
mod smi;
mod squeeze_momentum;
mod stoch;
mod stochf;
mod stochrsi;
mod swing_index;
mod td_setup;
mod tradingview_adx;
mod tradingview_center_of_gravity;
mod tradingview_di;
mod tradingview_macd;
mod tradingview_tsi;
mod trix;
mod tsi;
mod ultosc;
mod vhf;
mod vortex;
mod wad;
mod wave_trend;
mod willr;

pub(crate) use ppo_histogram::PpoHistogram;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &ac::INDICATOR,
    &accumulative_swing_index::INDICATOR,
    &adx::INDICATOR,
    &adxr::INDICATOR,
    &ao::INDICATOR,
    &apo::INDICATOR,
    &aroon::INDICATOR,
    &aroon_oscillator::INDICATOR,
    &augen_price_spike::INDICATOR,
    &band_pass::INDICATOR,
    &bop::INDICATOR,
    &cci::INDICATOR,
    &center_of_gravity::INDICATOR,
    &cmo::INDICATOR,
    &cmou::INDICATOR,
    &connors_rsi::INDICATOR,
    &coppock::INDICATOR,
    &cutler_rsi::INDICATOR,
    &demarker::INDICATOR,
    &derivative_oscillator::INDICATOR,
    &dpo::INDICATOR,
    &dx::INDICATOR,
    &elder_impulse::INDICATOR,
    &er::INDICATOR,
    &eri::INDICATOR,
    &fisher::INDICATOR,
    &fosc::INDICATOR,
    &fractal::INDICATOR,
    &gator::INDICATOR,
    &high_pass::INDICATOR,
    &ibs::INDICATOR,
    &imi::INDICATOR,
    &inverse_fisher_rsi::INDICATOR,
    &kdj::INDICATOR,
    &kst::INDICATOR,
    &laguerre_rsi::INDICATOR,
    &macd::INDICATOR,
    &macd_ext::INDICATOR,
    &macd_fix::INDICATOR,
    &mfi::INDICATOR,
    &minus_di::INDICATOR,
    &minus_dm::INDICATOR,
    &mom::INDICATOR,
    &plus_di::INDICATOR,
    &plus_dm::INDICATOR,
    &ppo::INDICATOR,
    &ppo_histogram::INDICATOR,
    &pretty_good_oscillator::INDICATOR,
    &psychological_line::INDICATOR,
    &qqe::INDICATOR,
    &qstick::INDICATOR,
    &random_walk_index::INDICATOR,
    &roc::INDICATOR,
    &rocp::INDICATOR,
    &rocr::INDICATOR,
    &rocr100::INDICATOR,
    &roofing_filter::INDICATOR,
    &rsi::INDICATOR,
    &rvgi::INDICATOR,
    &schaff::INDICATOR,
    &smi::INDICATOR,
    &squeeze_momentum::INDICATOR,
    &stoch::INDICATOR,
    &stochf::INDICATOR,
    &stochrsi::INDICATOR,
    &swing_index::INDICATOR,
    &td_setup::INDICATOR,
    &tradingview_adx::INDICATOR,
    &tradingview_center_of_gravity::INDICATOR,
    &tradingview_di::INDICATOR,
    &tradingview_macd::INDICATOR,
    &tradingview_tsi::INDICATOR,
    &trix::INDICATOR,
    &tsi::INDICATOR,
    &ultosc::INDICATOR,
    &vhf::INDICATOR,
    &vortex::INDICATOR,
    &wad::INDICATOR,
    &wave_trend::INDICATOR,
    &willr::INDICATOR,
];
