use nt_core::{Instrument, Money, day_of};

use super::per_unit::units_of;
use super::tiered::VolumeBasis;

/// What an account traded since the month (UTC) began, all instruments together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthVolume {
    month: i64,
    units: i128,
    value: Money,
}

impl MonthVolume {
    /// Nothing traded.
    pub const NONE: Self = Self {
        month: 0,
        units: 0,
        value: Money::ZERO,
    };

    /// Begins anew where `time` (nanoseconds since the epoch) lies in another month.
    pub(crate) fn turn_to(&mut self, time: i64) {
        let month = month_of(day_of(time));
        if month != self.month {
            *self = Self {
                month,
                ..Self::default()
            };
        }
    }

    /// Counts a fill.
    pub(crate) fn count(&mut self, instrument: &Instrument, lots: i64, value: Money) {
        self.units += units_of(instrument, lots);
        self.value += value.abs();
    }

    pub(super) const fn by(&self, basis: VolumeBasis) -> Money {
        match basis {
            VolumeBasis::Units => Money::from_raw(self.units),
            VolumeBasis::Value => self.value,
        }
    }
}

/// The month a day (counted from 1970-01-01) lies in, counted from March of year 0 of the proleptic
/// Gregorian calendar. Years begin in March here, so that the leap day is the last: then 153 days
/// make five months in all but the last, and 146,097 days make 400 years.
const fn month_of(day: i64) -> i64 {
    let since_march = day + 719_468;
    let era = since_march.div_euclid(146_097);
    let day_of_era = since_march.rem_euclid(146_097);
    let year = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    (era * 400 + year) * 12 + month
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_turn_where_the_calendar_says() {
        // 2024-01-31, 02-01, 02-29, 03-01, 12-31, 2025-01-01; 1969-12-31 and 1970-01-01.
        let months = [19_753, 19_754, 19_782, 19_783, 20_088, 20_089, -1, 0].map(month_of);
        let january = months[0];
        assert_eq!(
            months[..6]
                .iter()
                .map(|month| month - january)
                .collect::<Vec<_>>(),
            [0, 1, 1, 2, 11, 12]
        );
        assert_eq!(months[7] - months[6], 1);
        assert_eq!(january - months[7], 54 * 12);
    }
}
