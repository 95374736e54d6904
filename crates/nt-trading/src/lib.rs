//! The sans-IO trading kernel: orders, positions, cash and margin, the risk gate, the simulated
//! venue and the hash-chained event log.
//!
//! [`Kernel::apply`] takes an [`Event`] and changes the state; it does no I/O, reads no clock and
//! draws no random number. Every state change is written to the [`EventLog`] before it acts, and
//! [`Ledger`] is the fold of the log's fills and corporate actions.

mod account;
mod config;
mod contract;
mod corporate;
pub mod costs;
mod depth;
mod describe;
mod event;
mod execution;
mod kernel;
mod ledger;
mod log;
mod log_columns;
mod order;
mod order_book;
mod plain_account;
mod position;
mod quote;
mod reading;
mod reason;
mod record;
mod risk;
mod sessions;
mod sizing;
mod snapshot;
mod state;
mod status;
mod tick_bar;
mod verify;

pub use account::{
    Currencies, CurrencyCode, Financing, ForeignCurrency, InstrumentRates, Maintenance,
    MarginModel, MarginStatus,
};
pub use config::{
    AccountKind, Config, FillPolicy, FillSource, LimitFill, Matching, QueueRules, Ruin, Sizing,
    StopRule, TargetSizing,
};
pub use corporate::{SplitRatio, Symbol};
pub use costs::{Costs, Fees, Slippage};
pub use depth::{
    Depth, DepthEvent, DepthEventKind, DepthLevel, DepthOrder, DepthOrderKind, DepthOutcome,
    DepthReport, DepthSide, DepthVenue, FifoQueue, Latency, Liquidity, ProportionalQueue,
    QueueModel, QueuePosition, QueueRule,
};
pub use describe::{Description, describe, event_names};
pub use event::{BasketPart, Change, Command, Event, ExitMove, Rebalance};
pub use execution::{Execution, execution};
pub use kernel::{Fillable, Kernel};
pub use ledger::Ledger;
pub use log::{CHECK_BYTES, EventLog, LOG_SCHEMA};
pub use log_columns::{LogColumns, log_instruments};
pub use order::{
    Bracket, Level, Order, OrderId, OrderKind, OrderRequest, Size, TimeInForce, Trail,
};
pub use plain_account::{Aim, NotPlain, PlainAccount};
pub use position::{Lot, Position, Trade};
pub use quote::Quote;
pub use reason::Reason;
pub use record::{Record, RecordKind};
pub use risk::{Approved, RiskGate, RiskLimits};
pub use sessions::{Schedule, SessionColumns, SessionPlace, Sessions};
pub use state::{OpenOrder, State};
pub use status::{Status, Transition};
pub use tick_bar::TickBar;
pub use verify::{Damage, Stated, Verdict, verify};
