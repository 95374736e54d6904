//! Many combinations of a declarative strategy's parameters over one series.
//!
//! Each column is computed once for all combinations. A combination whose orders are plain is worked
//! out without the event kernel, by the same functions and to the same bits; any other runs in it.

mod columns;
mod finished;
mod kernel_run;
mod parallel;
mod plain_run;
mod rows;
mod run;

pub use finished::measure_finished;
pub use run::{Control, Sweep, SweepTable, Terms};
