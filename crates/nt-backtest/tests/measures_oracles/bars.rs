use std::fs;
use std::path::Path;

use nt_core::NANOS_PER_DAY;

/// Times, opens and closes of a CSV file of bars.
pub struct Bars {
    pub time: Vec<i64>,
    pub open: Vec<f64>,
    pub close: Vec<f64>,
}

/// Reads bars whose first column is a date or a date and time.
pub fn read(path: &Path) -> Bars {
    let text = fs::read_to_string(path).unwrap();
    let mut bars = Bars {
        time: Vec::new(),
        open: Vec::new(),
        close: Vec::new(),
    };
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        bars.time.push(nanos(cells[0]));
        bars.open.push(cells[1].parse().unwrap());
        bars.close.push(cells[4].parse().unwrap());
    }
    bars
}

fn nanos(stamp: &str) -> i64 {
    let parts: Vec<i64> = stamp
        .split(['-', ' ', ':'])
        .map(|part| part.parse().unwrap())
        .collect();
    let clock = parts.get(3).map_or(0, |hour| {
        hour * 3_600 + parts[4] * 60 + parts.get(5).unwrap_or(&0)
    });
    days(parts[0], parts[1], parts[2]) * NANOS_PER_DAY + clock * 1_000_000_000
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let leap = i64::from(leaps(year) > leaps(year - 1));
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month as usize - 1];
    let leap_day = if month > 2 { leap } else { 0 };
    (year - 1970) * 365 + leaps(year - 1) - leaps(1969) + before + leap_day + day - 1
}
