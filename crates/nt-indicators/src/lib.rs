//! Technical indicators: batch over columns, streams and plans, with the same bits.
//!
//! [`REGISTRY`] describes every indicator: names, parameters, outputs, look-back, formula.
//! [`compute`] fills columns, [`stream`] opens the streaming twin. Values, parameters, defaults and
//! look-backs are those of TA-Lib 0.8.1 wherever it has the function.
//!
//! **Warm-up**: a batch result has the length of its input and NaN before the first value.
//!
//! **NaN**: a value that is not finite gives NaN on its bar and restarts the indicator: warm-up
//! begins with the bar after it. So leading NaNs are passed over and a gap heals. (`highest` and
//! `lowest` take infinities as values.)
//!
//! **Bits**: batch and stream take the same additions in the same order. Running sums are summed
//! afresh every 512 bars, counted from the first bar, so that rounding errors stay bounded and
//! nothing depends on where a computation ends. Multiply-adds are fused in exponential averages and in
//! the penetration of candle patterns (where it decides ties as in TA-Lib), on every machine, and
//! nowhere else.
//!
//! ```
//! use nt_indicators::{compute, stream};
//!
//! let close = [1.0, 2.0, 6.0, 7.0];
//! let columns = compute("sma", &[&close], &[("period", 3.0)])?;
//! assert_eq!(columns[0][2..], [3.0, 5.0]);
//!
//! let mut sma = stream("sma", &[("period", 3.0)], false)?;
//! let mut value = [0.0];
//! for price in close {
//!     sma.update(&[price], &mut value);
//! }
//! assert_eq!(value, [5.0]);
//! # Ok::<(), nt_core::Error>(())
//! ```
//!
//! # To add an indicator
//!
//! 1. Write one file in the folder of its group (`momentum/mom.rs` is a model): the
//!    `static INDICATOR` that describes it, a struct with what it remembers, `state!(Struct {
//!    fields })` naming every field that changes from bar to bar, and `impl Machine<INPUTS,
//!    OUTPUTS>` with `open` (from the checked parameters, in their order) and `update` (one bar in,
//!    its outputs out, NaN in all of them while warming up). `update` sees finite values only: on a
//!    gap the indicator opens anew by itself. (Set `TAKES_GAPS` only where bars must be counted
//!    over gaps.) Build it from `blocks`: windows, rolling sums, moments, covariance, regression,
//!    extremes, Wilder's and exponential smoothing, any moving average, candles. They keep their
//!    digits; sums of your own over a window do not.
//! 2. Add `mod` and `INDICATOR` to the group's file (`momentum.rs`), in alphabetical order.
//! 3. `ONLY=MOM,ROC cargo test -p nt-indicators --test talib -- --nocapture` replays these
//!    functions of the TA-Lib oracle (all of them without `ONLY`) under `NT_ORACLES` and prints the
//!    largest error of each; `cargo test -p nt-indicators --test contract --test refusals` tests
//!    what every entry promises: the bits of the stream, causality, peek, replace and restore,
//!    exact look-back, refusals. An input with a new name needs a column in `tests/shapes`.
//! 4. `npm run build:native`, then `npm run features` writes the TypeScript faces and the tests of
//!    `packages/features` take the new function in by themselves.
//!
//! For candles start from `pattern/cdl_doji.rs` (a `Pattern` says what it is held against and when
//! it is there; `pattern/recognizer.rs` makes the machine of it), for cycles from
//! `overlap/mama.rs` and `blocks/homodyne.rs`. A block that several indicators could use goes to
//! `blocks/`, one file each.
//!
//! Override `Machine::fill` only where speed asks for it, with the bits of `update`. Names: the
//! field's abbreviation in kebab-case (`adx`), the other common ones as aliases. An output of whole
//! numbers (a pattern, an index, a direction) is a column of f64 too, NaN while warming up, and
//! `Output::whole`.

#![allow(
    clippy::inline_always,
    reason = "what runs on the best level gets its instructions only by inlining"
)]

mod beyond;
mod blocks;
mod cross_section;
mod cycle;
mod indicator;
mod labels;
mod machine;
mod math;
mod momentum;
mod near_miss;
mod overlap;
mod param;
mod pattern;
mod plan;
mod prelude;
mod price;
mod registry;
mod state;
mod statistic;
mod stream;
mod volatility;
mod volume;

pub use cross_section::{CrossSection, cross_section};
pub use indicator::{Compute, Group, Indicator, Output, Stability};
pub use labels::{Barriers, TripleBarrier, forward_return, triple_barrier};
pub use param::Param;
pub use plan::Plan;
pub use registry::{
    REGISTRY, compute, compute_into, compute_output, compute_outputs, find, stream,
};
pub use stream::Stream;
