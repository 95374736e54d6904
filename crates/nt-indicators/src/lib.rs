//! Technical indicators over columns and their streaming twins, with the same bits.
//!
//! One file each: the batch function, the streaming struct, and the entry of [`REGISTRY`] that the
//! rest of the workspace reads (names, parameters, outputs, look-back). Values, parameters,
//! defaults and look-backs are those of TA-Lib.
//!
//! **Warm-up**: a batch result has the length of its input and NaN before the first value.
//!
//! **NaN**: a value that is not finite gives NaN on its bar and restarts the indicator: warm-up
//! begins with the bar after it. So leading NaNs are passed over and a gap heals. ([`highest`] and
//! [`lowest`] take infinities as values.)
//!
//! **Bits**: batch and stream take the same additions in the same order. Running sums are summed
//! afresh every 512 bars, counted from the first bar of the column, so that rounding errors stay
//! bounded and nothing depends on where a computation ends. No fused multiply-add.
//!
//! ```
//! use nt_indicators::{Sma, compute};
//!
//! let close = [1.0, 2.0, 6.0, 7.0];
//! let columns = compute("sma", &[&close], &[("period", 3.0)])?;
//! assert_eq!(columns[0][2..], [3.0, 5.0]);
//!
//! let mut sma = Sma::new(3)?;
//! let streamed = close.map(|value| sma.update(value));
//! assert_eq!(streamed[2..], columns[0][2..]);
//! # Ok::<(), nt_core::Error>(())
//! ```

mod anchor;
mod atr;
mod bollinger_bands;
mod ema;
mod highest;
mod indicator;
mod lowest;
mod macd;
mod near_miss;
mod registry;
mod rolling_extreme;
mod rolling_sum;
mod rsi;
mod sma;
mod smoother;
mod true_range;
mod window;

pub use atr::{Atr, atr};
pub use bollinger_bands::{Bands, BandsColumns, BollingerBands, bollinger_bands};
pub use ema::{Ema, ema};
pub use highest::{Highest, highest};
pub use indicator::{Indicator, Param, Stream};
pub use lowest::{Lowest, lowest};
pub use macd::{Macd, MacdColumns, MacdPoint, macd};
pub use registry::{REGISTRY, compute, compute_into, compute_output, find, stream};
pub use rsi::{Rsi, rsi};
pub use sma::{Sma, sma};
pub use true_range::{TrueRange, true_range};
