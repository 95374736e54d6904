//! SIMD kernels behind one runtime dispatch, and seeded random numbers.
//!
//! Every kernel is written once over fixed groups of lanes with a fixed order of reduction, then
//! compiled per [`Level`]; beside it stands its scalar twin, a plain loop. Multiplications and
//! additions are fused only in [`smooth`], there on every level. All levels and the twin return the same bits, NaN counting as one value, so a
//! result never depends on the machine. `level.rs` is the dispatch; it and `prefetch.rs` hold the
//! only `unsafe`.
//!
//! ```
//! use nt_math::{Relations, next_set};
//!
//! let (fast, slow) = ([1.0, 2.0, 3.0, 1.0], [2.0; 4]);
//! let crossed = Relations::of(&fast, &slow).crossed_above();
//! assert_eq!(next_set(&crossed, 0), Some(2));
//! ```

#![allow(
    clippy::inline_always,
    reason = "a kernel gets the vector instructions of the level that calls it only by inlining"
)]

mod affine;
mod all_finite;
mod bits;
mod comparison;
mod count_below;
mod deepest_fall;
mod elementwise;
mod extremes;
mod held_curve;
mod lanes;
mod level;
mod logarithm;
mod normal_cdf;
mod normal_quantile;
mod philox;
mod prefetch;
mod return_moments;
mod rng;
mod rolling_extremes;
mod simple_returns;
mod smooth;
mod sum;
#[cfg(test)]
mod testing;

pub use affine::affine;
pub use all_finite::all_finite;
pub use bits::{and_into, bit, next_set, not_into, or_into, words_for};
pub use comparison::{Operand, Relations};
pub use count_below::count_below;
pub use deepest_fall::deepest_fall;
pub use elementwise::{divide, map, map_pairs, map_triples, scaled_roots};
pub use extremes::{max, min};
pub use held_curve::HeldCurve;
pub use level::{Level, Task, on_best_level, run_on_best_level};
pub use normal_cdf::normal_cdf;
pub use normal_quantile::normal_quantile;
pub use philox::philox4x32;
pub use prefetch::prefetch;
pub use return_moments::{Moments, moments, return_moments, return_squares_about};
pub use rng::Rng;
pub use rolling_extremes::{rolling_max, rolling_min};
pub use simple_returns::simple_returns;
pub use smooth::{Smoothing, smooth, smooth_repeatedly};
pub use sum::{sum, sum_about, sum_of_distances, sum_of_squares_about};
