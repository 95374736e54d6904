//! The replay driver, declarative strategies and performance measures.
//!
//! [`Driver`] feeds market data to the one trading kernel and hands blocks of bars to whoever
//! decides: a TypeScript strategy that pulls, or the rules of a [`Declarative`] strategy.

mod account_summary;
mod actions;
mod bid_ask;
mod command_buffer;
mod declarative;
mod depth_columns;
mod depth_replay;
mod driver;
mod exchange_rates;
mod lifecycle;
mod lot_account;
pub mod measures;
mod series;
mod session_cursors;
pub mod signals;
pub mod statistics;
mod sweep;
mod tables;
mod tick_columns;
mod tick_replay;
mod tick_rules;
mod tick_series;
mod timeline;
mod venue_feed;

pub use account_summary::AccountSummary;
pub use actions::{ActionTable, TimedAction, holding_factors, split_factors};
pub use bid_ask::BarQuotes;
pub use command_buffer::{COMMAND_STRIDE, CommandBuffer};
pub use declarative::{Action, Columns, Condition, Declarative, Node, Operand, Rule, Side, Spec};
pub use depth_columns::{DepthColumns, DepthGrid};
pub use depth_replay::{DepthReplay, Progress};
pub use driver::{CloseAtEnd, Driver};
pub use lifecycle::{Due, Entry, Lifecycle, Prospects, SettlementPrice};
pub use series::{Series, check_prices, check_scales};
pub use sweep::{Control, Sweep, SweepTable, Terms, measure_finished};
pub use tables::{FillTable, OrderTable, TradeTable, total_funding};
pub use tick_replay::TickReplay;
pub use tick_rules::check_tick_rules;
pub use tick_series::{TickSeries, TicksView};
pub use timeline::{NOT_AWAITED, Timeline};
pub use venue_feed::{LiveBar, VenueFeed};
