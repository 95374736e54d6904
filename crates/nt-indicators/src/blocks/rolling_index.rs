use super::rolling_extreme::RollingExtreme;
use crate::state::state;

/// How long ago the extreme of the last `period` values was, as TA-Lib picks among equal ones: a
/// new value that equals the extreme takes its place; when the extreme leaves the window, the
/// first of the equal ones left does.
#[derive(Clone, Debug)]
pub(crate) struct RollingIndex {
    period: usize,
    extreme: RollingExtreme,
    age: usize,
    best: f64,
}

state!(RollingIndex { extreme, age, best });

impl RollingIndex {
    pub(crate) fn highest(period: usize) -> Self {
        Self::new(period, RollingExtreme::first_highest(period))
    }

    pub(crate) fn lowest(period: usize) -> Self {
        Self::new(period, RollingExtreme::first_lowest(period))
    }

    fn new(period: usize, extreme: RollingExtreme) -> Self {
        Self {
            period,
            extreme,
            age: period,
            best: f64::NAN,
        }
    }

    pub(crate) const fn period(&self) -> usize {
        self.period
    }

    /// Bars since the extreme; `None` while the window fills or holds a NaN.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> Option<usize> {
        self.best = self.extreme.update(value);
        if self.best.is_nan() {
            self.age = self.period;
            return None;
        }
        self.age += 1;
        if self.age >= self.period {
            self.age = self.extreme.age();
        } else if value == self.best {
            self.age = 0;
        }
        Some(self.age)
    }
}
