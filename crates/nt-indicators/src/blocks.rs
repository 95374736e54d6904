//! What indicators are made of: windows, rolling sums and extremes, smoothers, averages. Each
//! takes finite values one by one and gives NaN while it fills.
#![allow(
    dead_code,
    unused_imports,
    reason = "a block is whole, whether or not an indicator uses all of it"
)]

mod ages;
mod anchor;
mod average_direction;
mod average_pair;
mod candle;
mod candle_setting;
mod candles;
mod cycle_phase;
mod cycle_trend;
mod dead_zone;
mod directional_index;
mod distance;
mod dominant_cycle;
mod exponential;
mod fast_stochastic;
mod fill_means;
mod homodyne;
mod hull;
mod in_stretches;
mod kama;
mod ladder;
mod lag;
mod made;
mod mesa;
mod middle;
mod moving_average;
mod once_there;
mod parabolic;
mod previous_session;
mod quotient;
mod rolling_covariance;
mod rolling_extreme;
mod rolling_index;
mod rolling_moments;
mod rolling_ranks;
mod rolling_regression;
mod rolling_sum;
mod side_by_side;
mod sliding_squares;
mod sliding_sum;
mod smoother;
mod sorted;
mod sorted_window;
mod stretches;
mod triangular;
mod true_range;
mod two_pole;
mod weighted;
mod weighted_mean;
mod window;
mod window_moments;
mod zero_lag;

pub(crate) use ages::{Tie, place, replace_by_ages};
pub(crate) use anchor::{Anchor, Step};
pub(crate) use average_direction::{Directional, Directions, Movement};
pub(crate) use average_pair::AveragePair;
pub(crate) use candle::Candle;
pub(crate) use candle_setting::{
    BODY_DOJI, BODY_LONG, BODY_SHORT, CandleLimit, EQUAL, FAR, NEAR, SHADOW_LONG, SHADOW_SHORT,
    SHADOW_VERY_LONG, SHADOW_VERY_SHORT,
};
pub(crate) use candles::{CandleTotals, Candles, STRETCH};
pub(crate) use cycle_phase::CyclePhase;
pub(crate) use cycle_trend::CycleTrend;
pub(crate) use dead_zone::is_rounding;
pub(crate) use directional_index::DirectionalIndex;
pub(crate) use distance::mean_distance;
pub(crate) use dominant_cycle::DominantCycle;
pub(crate) use exponential::{Dema, T3, Tema};
pub(crate) use fast_stochastic::{FastStochastic, fill_ranges};
pub(crate) use fill_means::{fill_means, fill_sums};
pub(crate) use homodyne::{Homodyne, Phasor};
pub(crate) use hull::Hull;
pub(crate) use in_stretches::in_stretches;
pub(crate) use kama::Kama;
pub(crate) use ladder::Ladder;
pub(crate) use lag::Lag;
pub(crate) use made::made;
pub(crate) use mesa::Mesa;
pub(crate) use middle::fill_middle;
pub(crate) use moving_average::MovingAverage;
pub(crate) use once_there::{leading_nans, once_there};
pub(crate) use parabolic::{Acceleration, Parabolic};
pub(crate) use previous_session::PreviousSession;
pub(crate) use quotient::{Returns, log_ratio, ratio, relative_change};
pub(crate) use rolling_covariance::{Covariance, RollingCovariance};
pub(crate) use rolling_extreme::RollingExtreme;
pub(crate) use rolling_index::RollingIndex;
pub(crate) use rolling_moments::RollingMoments;
pub(crate) use rolling_ranks::RollingRanks;
pub(crate) use rolling_regression::{Line, RollingRegression};
pub(crate) use rolling_sum::RollingSum;
pub(crate) use side_by_side::{SLIDING, Stretches};
pub(crate) use sliding_squares::{SlidingSquares, square_side_by_side};
pub(crate) use sliding_sum::{SlidingSum, slide_side_by_side};
pub(crate) use smoother::Smoother;
pub(crate) use sorted::Sorted;
pub(crate) use sorted_window::SortedWindow;
pub(crate) use stretches::stretches;
pub(crate) use triangular::Triangular;
pub(crate) use true_range::TrueRange;
pub(crate) use two_pole::TwoPole;
pub(crate) use weighted::Weighted;
pub(crate) use weighted_mean::WeightedMean;
pub(crate) use window::{BLOCK, Window, leaving};
pub(crate) use window_moments::window_moments;
pub(crate) use zero_lag::ZeroLag;
