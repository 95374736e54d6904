use nt_core::day_of;

/// Stretches of the calendar, of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

impl Calendar {
    /// A number that rises from one stretch to the next. A time at midnight ends the day before.
    #[must_use]
    pub fn number(self, time: i64) -> i64 {
        let day = day_of(time - 1);
        match self {
            Self::Day => day,
            // The epoch's first day was a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => month(day),
            Self::Quarter => month(day).div_euclid(3),
            Self::Year => month(day).div_euclid(12),
        }
    }
}

/// Returns compounded by stretches of the calendar, those at the ends as far as they go. Empty
/// without times.
#[must_use]
pub fn compounded(returns: &[f64], time: &[i64], calendar: Calendar) -> Vec<f64> {
    let mut made: Vec<f64> = Vec::new();
    let mut current = None;
    for (change, &at) in returns.iter().zip(time) {
        let number = calendar.number(at);
        match made.last_mut() {
            Some(last) if current == Some(number) => *last = (1.0 + *last) * (1.0 + change) - 1.0,
            _ => made.push(*change),
        }
        current = Some(number);
    }
    made
}

/// Months since year 0 of a day since 1970-01-01, by the proleptic Gregorian calendar, whose years
/// are counted here from March, so that the day of a leap year comes last.
fn month(day: i64) -> i64 {
    let days = day + 719_468; // since 0000-03-01
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let leaps = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leaps) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    (era * 400 + year_of_era) * 12 + month_from_march + 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::NANOS_PER_DAY;

    /// 2023-12-29, a Friday, at its end.
    const FRIDAY: i64 = (19_720 + 1) * NANOS_PER_DAY;

    #[test]
    fn a_midnight_ends_the_day_before() {
        assert_eq!(Calendar::Day.number(FRIDAY), 19_720);
        assert_eq!(Calendar::Day.number(FRIDAY + 1), 19_721);
        assert_eq!(Calendar::Month.number(FRIDAY), 2023 * 12 + 11);
        assert_eq!(Calendar::Year.number(FRIDAY + 3 * NANOS_PER_DAY), 2024);
        assert_eq!(Calendar::Year.number(FRIDAY + 2 * NANOS_PER_DAY), 2023);
        assert_eq!(Calendar::Quarter.number(FRIDAY), 2023 * 4 + 3);
    }

    #[test]
    fn leap_days_are_in_february() {
        // 2024-02-29 and 2024-03-01 are days 19782 and 19783.
        let at = |day: i64| (day + 1) * NANOS_PER_DAY;
        assert_eq!(Calendar::Month.number(at(19_782)), 2024 * 12 + 1);
        assert_eq!(Calendar::Month.number(at(19_783)), 2024 * 12 + 2);
    }

    #[test]
    fn returns_compound_within_weeks_and_months() {
        let time: Vec<i64> = [0, 3, 4, 5]
            .map(|day| FRIDAY + day * NANOS_PER_DAY)
            .to_vec();
        let returns = [0.5, 1.0, 0.5, -0.5];
        assert_eq!(compounded(&returns, &time, Calendar::Week), [0.5, 0.5]);
        assert_eq!(compounded(&returns, &time, Calendar::Month), [0.5, 0.5]);
        assert_eq!(compounded(&returns, &time, Calendar::Day).len(), 4);
        assert!(compounded(&returns, &[], Calendar::Day).is_empty());
    }
}
