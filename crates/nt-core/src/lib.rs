//! The nouns every other crate shares: columns of bars, integer price, quantity and money, time,
//! instruments, and [`Error`] with its stable [`Code`].
//!
//! Nothing here does I/O, reads a clock or allocates in a hot path.

mod bars;
mod code;
mod decimal;
mod error;
mod instrument;
mod instrument_terms;
mod money;
mod multiplier;
mod rate;
mod rounding;
mod scale;
mod time;

pub use bars::{Bars, BarsView};
pub use code::Code;
pub use decimal::decimal_text;
pub use error::{Error, Result};
pub use instrument::Instrument;
pub use instrument_terms::{InstrumentKind, InstrumentTerms, OptionRight};
pub use money::{MONEY_DECIMALS, Money};
pub use multiplier::Multiplier;
pub use rate::Rate;
pub use rounding::{div_round_half_even, div_round_up};
pub use scale::{MAX_DECIMALS, Scale};
pub use time::{NANOS_PER_DAY, day_of, instant_text};
