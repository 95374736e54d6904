//! What an account is held to beyond its buying power: maintenance margin, what carrying positions
//! and debts costs, and when the proceeds of sales can be spent.

mod carry;
mod cash_books;
mod currencies;
mod financing;
mod instrument_rates;
mod maintenance;
mod margin_status;
mod settlement;

pub(crate) use carry::Carry;
pub(crate) use cash_books::{CashBook, CashBooks, RATE_UNITS, received};
pub use currencies::{Currencies, CurrencyCode, ForeignCurrency};
pub use financing::Financing;
pub use instrument_rates::InstrumentRates;
pub(crate) use maintenance::Holding;
pub use maintenance::{Maintenance, MarginModel};
pub use margin_status::MarginStatus;
pub(crate) use settlement::{Proceeds, Settlement};
