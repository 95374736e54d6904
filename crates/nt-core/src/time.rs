/// Nanoseconds in a day of UTC.
pub const NANOS_PER_DAY: i64 = 86_400_000_000_000;

/// The day of UTC that holds this time (nanoseconds since the epoch), counted from 1970-01-01.
#[must_use]
pub const fn day_of(time: i64) -> i64 {
    time.div_euclid(NANOS_PER_DAY)
}
