//! What companies do during a run: when the kernel is told, how columns are restated, what it brought.

mod factors;
mod schedule;
mod table;

pub use factors::{holding_factors, split_factors};
pub use schedule::TimedAction;
pub use table::ActionTable;

pub(crate) use schedule::Schedule;
pub(crate) use table::held_after;
