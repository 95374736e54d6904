//! Candlestick patterns: 100 where a bullish one ends, -100 where a bearish one does, otherwise 0.
//! Some say 80 where prices only touch, and 200 on the bar that confirms.
//!
//! A candle is white where it closes at or above its open, else black; its body runs from the open
//! to the close, its shadows from there to the high and the low. What is long, short, near, far or
//! equal is told by the averages of the candles before (`blocks/candle_setting.rs`), each candle of
//! a pattern by those before itself.

use crate::indicator::Indicator;

mod cdl_2_crows;
mod cdl_3_black_crows;
mod cdl_3_inside;
mod cdl_3_line_strike;
mod cdl_3_outside;
mod cdl_3_stars_in_south;
mod cdl_3_white_soldiers;
mod cdl_abandoned_baby;
mod cdl_advance_block;
mod cdl_belt_hold;
mod cdl_breakaway;
mod cdl_closing_marubozu;
mod cdl_conceal_baby_swall;
mod cdl_counterattack;
mod cdl_dark_cloud_cover;
mod cdl_doji;
mod cdl_doji_star;
mod cdl_dragonfly_doji;
mod cdl_engulfing;
mod cdl_evening_doji_star;
mod cdl_evening_star;
mod cdl_gap_side_side_white;
mod cdl_gravestone_doji;
mod cdl_hammer;
mod cdl_hanging_man;
mod cdl_harami;
mod cdl_harami_cross;
mod cdl_high_wave;
mod cdl_hikkake;
mod cdl_hikkake_mod;
mod cdl_homing_pigeon;
mod cdl_identical_3_crows;
mod cdl_in_neck;
mod cdl_inverted_hammer;
mod cdl_kicking;
mod cdl_kicking_by_length;
mod cdl_ladder_bottom;
mod cdl_long_legged_doji;
mod cdl_long_line;
mod cdl_marubozu;
mod cdl_mat_hold;
mod cdl_matching_low;
mod cdl_morning_doji_star;
mod cdl_morning_star;
mod cdl_on_neck;
mod cdl_piercing;
mod cdl_rickshaw_man;
mod cdl_rise_fall_3_methods;
mod cdl_separating_lines;
mod cdl_shooting_star;
mod cdl_short_line;
mod cdl_spinning_top;
mod cdl_stalled_pattern;
mod cdl_stick_sandwich;
mod cdl_takuri;
mod cdl_tasuki_gap;
mod cdl_thrusting;
mod cdl_tristar;
mod cdl_unique_3_river;
mod cdl_upside_gap_2_crows;
mod cdl_x_side_gap_3_methods;
mod hikkake;
mod kick;
mod penetration;
mod prelude;
mod recognizer;

/// The entries of this group.
pub(crate) static ENTRIES: &[&Indicator] = &[
    &cdl_2_crows::INDICATOR,
    &cdl_3_black_crows::INDICATOR,
    &cdl_3_inside::INDICATOR,
    &cdl_3_line_strike::INDICATOR,
    &cdl_3_outside::INDICATOR,
    &cdl_3_stars_in_south::INDICATOR,
    &cdl_3_white_soldiers::INDICATOR,
    &cdl_abandoned_baby::INDICATOR,
    &cdl_advance_block::INDICATOR,
    &cdl_belt_hold::INDICATOR,
    &cdl_breakaway::INDICATOR,
    &cdl_closing_marubozu::INDICATOR,
    &cdl_conceal_baby_swall::INDICATOR,
    &cdl_counterattack::INDICATOR,
    &cdl_dark_cloud_cover::INDICATOR,
    &cdl_doji::INDICATOR,
    &cdl_doji_star::INDICATOR,
    &cdl_dragonfly_doji::INDICATOR,
    &cdl_engulfing::INDICATOR,
    &cdl_evening_doji_star::INDICATOR,
    &cdl_evening_star::INDICATOR,
    &cdl_gap_side_side_white::INDICATOR,
    &cdl_gravestone_doji::INDICATOR,
    &cdl_hammer::INDICATOR,
    &cdl_hanging_man::INDICATOR,
    &cdl_harami::INDICATOR,
    &cdl_harami_cross::INDICATOR,
    &cdl_high_wave::INDICATOR,
    &cdl_hikkake::INDICATOR,
    &cdl_hikkake_mod::INDICATOR,
    &cdl_homing_pigeon::INDICATOR,
    &cdl_identical_3_crows::INDICATOR,
    &cdl_in_neck::INDICATOR,
    &cdl_inverted_hammer::INDICATOR,
    &cdl_kicking::INDICATOR,
    &cdl_kicking_by_length::INDICATOR,
    &cdl_ladder_bottom::INDICATOR,
    &cdl_long_legged_doji::INDICATOR,
    &cdl_long_line::INDICATOR,
    &cdl_marubozu::INDICATOR,
    &cdl_mat_hold::INDICATOR,
    &cdl_matching_low::INDICATOR,
    &cdl_morning_doji_star::INDICATOR,
    &cdl_morning_star::INDICATOR,
    &cdl_on_neck::INDICATOR,
    &cdl_piercing::INDICATOR,
    &cdl_rickshaw_man::INDICATOR,
    &cdl_rise_fall_3_methods::INDICATOR,
    &cdl_separating_lines::INDICATOR,
    &cdl_shooting_star::INDICATOR,
    &cdl_short_line::INDICATOR,
    &cdl_spinning_top::INDICATOR,
    &cdl_stalled_pattern::INDICATOR,
    &cdl_stick_sandwich::INDICATOR,
    &cdl_takuri::INDICATOR,
    &cdl_tasuki_gap::INDICATOR,
    &cdl_thrusting::INDICATOR,
    &cdl_tristar::INDICATOR,
    &cdl_unique_3_river::INDICATOR,
    &cdl_upside_gap_2_crows::INDICATOR,
    &cdl_x_side_gap_3_methods::INDICATOR,
];
