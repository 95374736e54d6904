//! Runs of many columns at once from arrays of signals or of sizes, with the semantics and in the
//! arithmetic of vectorbt.
//!
//! [`run()`] takes a [`Plan`]: prices, [`Terms`] of orders, perhaps [`SignalRules`], and [`Cash`]. Values
//! come as [`Cells`], so that one serves a column, a step or the whole run. Columns that share cash
//! form a group; groups are independent and run on all cores. A bar of a group passes through stops
//! (`stops`), contradictions (`settle`), sizes (`decide`), the sequence of the columns (`sequence`) and
//! the execution of each order (`execute`, `buy`, `sell`); afterwards orders become trades (`trades`) and
//! equity and measures (`accounts`).

mod account;
mod accounts;
mod ask;
mod books;
mod buy;
mod cells;
mod check;
mod closes;
mod decide;
mod execute;
mod fault;
mod from_orders;
mod from_signals;
mod nearly;
mod plan;
mod records;
mod rules;
mod run;
mod sell;
mod sequence;
mod settle;
mod signal_arrays;
mod stops;
mod terms;
mod trades;

pub use account::Valuation;
pub use ask::Reason;
pub use cells::{Cells, Lane};
pub use plan::{Cash, InitialCash, Plan};
pub use records::{OrderRow, Orders, UnfilledOrders};
pub use rules::{
    Accumulation, CallSequence, Conflict, Direction, OppositeEntry, SideConflict, SizeType,
    StopEntryPrice, StopExit, StopExitPrice, StopUpdate,
};
pub use run::{Outcome, Watch, run};
pub use signal_arrays::{ShortSignals, SignalRules};
pub use stops::Stops;
pub use terms::{Prices, Terms};
pub use trades::Trades;
