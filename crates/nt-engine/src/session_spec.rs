use napi::bindgen_prelude::BigInt64Array;
use napi_derive::napi;
use nt_trading::{Schedule, SessionColumns, Sessions};

use crate::error::{Result, thrown};

/// The sessions of an instrument as columns, nanoseconds since the epoch, UTC; of no session where
/// they are not known.
#[napi(object)]
pub struct SessionSpec {
    /// False where bars are parts of sessions that nobody described.
    pub known: bool,
    pub open: BigInt64Array,
    pub close: BigInt64Array,
    /// From when on at-open orders come too late, and from when on they stay as they are.
    pub open_entry: BigInt64Array,
    pub open_change: BigInt64Array,
    /// The same for at-close orders.
    pub close_entry: BigInt64Array,
    pub close_change: BigInt64Array,
    /// Nanoseconds from the beginning of a bar to its close.
    pub bar_length: f64,
    /// Whether orders fill on bars outside of the sessions.
    pub extended_hours: bool,
}

/// The sessions as the kernel takes them.
pub fn sessions_of(spec: Option<&SessionSpec>) -> Result<Sessions> {
    let Some(spec) = spec else {
        return Ok(Sessions::EveryBar);
    };
    if !spec.known {
        return Ok(Sessions::Unknown);
    }
    let columns = SessionColumns {
        open: spec.open.to_vec(),
        close: spec.close.to_vec(),
        open_entry: spec.open_entry.to_vec(),
        open_change: spec.open_change.to_vec(),
        close_entry: spec.close_entry.to_vec(),
        close_change: spec.close_change.to_vec(),
    };
    let schedule = Schedule::new(columns, spec.bar_length as i64, spec.extended_hours);
    Ok(Sessions::Scheduled(schedule.map_err(thrown)?))
}
