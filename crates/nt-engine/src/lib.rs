//! The native addon: conversions to and from JavaScript, nothing else. What it converts for stands in
//! the other crates; `packages/engine` gives it a typed, documented face.
#![allow(
    clippy::needless_pass_by_value,
    reason = "napi hands owned values over, whatever the body does with them"
)]
#![allow(
    clippy::struct_field_names,
    clippy::must_use_candidate,
    missing_docs,
    reason = "names and shapes are those of the JavaScript face, which documents them"
)]

mod account_config;
mod actions;
mod columns;
mod config;
mod costs_config;
mod cross_section;
mod declarative;
mod depth;
mod error;
mod indicator_plan;
mod indicator_registry;
mod indicator_stream;
mod indicators;
mod instrument;
mod labels;
mod lend;
mod log;
mod outcome;
mod session;
mod session_spec;
mod signals;
mod signals_cells;
mod signals_plan;
mod statistics;
mod statistics_tasks;
mod sweep;
mod ticks;
mod venue;

use napi_derive::module_init;

/// glibc returns freed columns to the system until it has seen a large block freed; from then on it
/// keeps up to twice that size, and a rerun finds its pages instead of having the system clear them
/// again, which is more than half of a run's time. One block of just under 32 MB, the largest it
/// takes notice of, is enough; nothing of it is ever touched. Other allocators do not mind.
#[module_init]
fn keep_freed_columns() {
    const JUST_UNDER_32_MB: usize = (32 << 20) - (1 << 16);
    drop(std::hint::black_box(Vec::<u8>::with_capacity(
        JUST_UNDER_32_MB,
    )));
}
