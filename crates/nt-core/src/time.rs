use crate::decimal_text;

/// Nanoseconds in a day of UTC.
pub const NANOS_PER_DAY: i64 = 86_400_000_000_000;

/// The day of UTC that holds this time (nanoseconds since the epoch), counted from 1970-01-01.
#[must_use]
pub const fn day_of(time: i64) -> i64 {
    time.div_euclid(NANOS_PER_DAY)
}

/// A time (nanoseconds since the epoch) as ISO 8601 in UTC, with as many decimals as it needs.
///
/// The date is that of the proleptic Gregorian calendar, whose years are counted here from March, so
/// that the day of a leap year comes last.
#[must_use]
pub fn instant_text(time: i64) -> String {
    let days = day_of(time) + 719_468; // since 0000-03-01
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leaps) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let nanoseconds = time.rem_euclid(NANOS_PER_DAY);
    let seconds = nanoseconds / 1_000_000_000;
    let (hour, minute) = (seconds / 3_600, seconds / 60 % 60);
    let second = decimal_text((nanoseconds % 60_000_000_000).into(), 9);
    let second = second.trim_end_matches('0').trim_end_matches('.');
    let zero = if second.find('.').unwrap_or(second.len()) < 2 {
        "0"
    } else {
        ""
    };
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{zero}{second}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_dates() {
        let table = [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400_000_000_000, "2000-02-29T00:00:00Z"),
            (993_945_599_999_000_000, "2001-06-30T23:59:59.999Z"),
            (1_709_209_805_000_000_001, "2024-02-29T12:30:05.000000001Z"),
            (4_107_542_400_000_000_000, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59.999999999Z"),
        ];
        for (time, text) in table {
            assert_eq!(instant_text(time), text);
        }
    }
}
