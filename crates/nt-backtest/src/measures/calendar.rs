//! What the times of the steps say about the market's calendar.

use nt_core::{NANOS_PER_DAY, day_of};

/// Gaps between this many of the latest steps tell the usual one.
const LATEST: usize = 100;

/// Above this share of steps on Saturdays and Sundays the market counts as open on weekends:
/// six tenths of the two sevenths of a market that never closes.
const WEEKEND_SHARE: f64 = 2.0 / 7.0 * 0.6;

/// The median gap between the latest hundred steps, in nanoseconds; `None` below two steps.
#[must_use]
pub fn typical_spacing(time: &[i64]) -> Option<i64> {
    let latest = &time[time.len().saturating_sub(LATEST)..];
    let mut gaps: Vec<i64> = latest.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    let upper = *gaps.get(gaps.len() / 2)?;
    Some(if gaps.len() % 2 == 1 {
        upper
    } else {
        i64::midpoint(gaps[gaps.len() / 2 - 1], upper)
    })
}

/// Whether the steps spend weekends, by the UTC day that holds each step.
#[must_use]
pub fn spends_weekends(time: &[i64]) -> bool {
    weekend_share(time, 0) > WEEKEND_SHARE
}

/// Whether the market opens on weekends, whether a bar that ends at midnight is stamped with the
/// day it ends or with the next: both readings must agree, so that bars of Friday stamped with
/// Saturday's first instant are no weekend.
#[must_use]
pub fn has_weekends(time: &[i64]) -> bool {
    spends_weekends(time) && weekend_share(time, 1) > WEEKEND_SHARE
}

fn weekend_share(time: &[i64], earlier: i64) -> f64 {
    let mut weekends = 0_usize;
    let mut day_end = i64::MIN;
    let mut weekend = false;
    for &at in time {
        if at - earlier >= day_end {
            let day = day_of(at - earlier);
            day_end = (day + 1) * NANOS_PER_DAY;
            weekend = is_weekend(day);
        }
        weekends += usize::from(weekend);
    }
    weekends as f64 / time.len() as f64
}

/// The epoch's first day was a Thursday.
const fn is_weekend(day: i64) -> bool {
    (day + 3).rem_euclid(7) >= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2024-01-01, a Monday.
    const MONDAY: i64 = 19_723;

    #[test]
    fn the_median_gap_averages_the_middle_two() {
        assert_eq!(typical_spacing(&[0, 10, 30]), Some(15));
        assert_eq!(typical_spacing(&[0, 10, 30, 40]), Some(10));
        assert_eq!(typical_spacing(&[5]), None);
        assert_eq!(typical_spacing(&[]), None);
    }

    #[test]
    fn weekends_are_saturday_and_sunday() {
        let weekend: Vec<bool> = (MONDAY..MONDAY + 7).map(is_weekend).collect();
        assert_eq!(weekend, [false, false, false, false, false, true, true]);
    }

    #[test]
    fn a_friday_that_ends_at_midnight_is_no_weekend() {
        let stamped = |offset: i64| -> Vec<i64> {
            (0..70)
                .filter(|day| day % 7 < 5)
                .map(|day| (MONDAY + day + offset) * NANOS_PER_DAY)
                .collect()
        };
        assert!(!has_weekends(&stamped(0)));
        assert!(!has_weekends(&stamped(1)));
        assert!(spends_weekends(&stamped(1)));
    }

    #[test]
    fn a_market_that_never_closes_has_weekends() {
        let hours: Vec<i64> = (0..24 * 28)
            .map(|hour| MONDAY * NANOS_PER_DAY + hour * NANOS_PER_DAY / 24)
            .collect();
        assert!(has_weekends(&hours));
    }
}
