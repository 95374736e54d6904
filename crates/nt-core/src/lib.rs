//! The nouns every other crate shares: columns of bars, integer price, quantity and money, time,
//! instruments, and [`Error`] with its stable [`Code`].
//!
//! Nothing here does I/O, reads a clock or allocates in a hot path.

mod bars;
mod code;
mod decimal;
mod error;
mod instrument;
mod money;
mod rate;
mod rounding;
mod scale;
mod ticks;
mod time;

pub use bars::{Bars, BarsView};
pub use code::Code;
pub use decimal::decimal_text;
pub use error::{Error, Result};
pub use instrument::Instrument;
pub use money::{MONEY_DECIMALS, Money};
pub use rate::Rate;
pub use rounding::{div_round_half_even, div_round_up};
pub use scale::{MAX_DECIMALS, Scale};
pub use ticks::{Quotes, QuotesView, Trades, TradesView};
pub use time::{NANOS_PER_DAY, day_of};
