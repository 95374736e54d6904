use super::true_range::TrueRange;
use crate::state::state;

/// Wilder's directional movement: how much the highs rose and the lows fell, each smoothed as a sum
/// over `period` bars.
#[derive(Clone, Debug)]
pub(crate) struct Movement {
    period: f64,
    high: f64,
    low: f64,
    plus: f64,
    minus: f64,
    bars: f64,
}

state!(Movement {
    high,
    low,
    plus,
    minus,
    bars
});

impl Movement {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period: period as f64,
            high: f64::NAN,
            low: f64::NAN,
            plus: 0.0,
            minus: 0.0,
            bars: 0.0,
        }
    }

    /// Both sums; `None` for the first `period - 1` bars, at least one.
    #[inline]
    pub(crate) fn update(&mut self, high: f64, low: f64) -> Option<(f64, f64)> {
        let (rise, fall) = (high - self.high, self.low - low);
        (self.high, self.low) = (high, low);
        self.bars += 1.0;
        if self.bars == 1.0 {
            return None;
        }
        // The first period - 1 movements are summed as they are; from then on a sum fades.
        if self.bars > self.period {
            self.plus -= self.plus / self.period;
            self.minus -= self.minus / self.period;
        }
        if fall > 0.0 && rise < fall {
            self.minus += fall;
        } else if rise > 0.0 && rise > fall {
            self.plus += rise;
        }
        (self.bars >= self.period).then_some((self.plus, self.minus))
    }
}

/// Directional movement over the true range, smoothed alike.
#[derive(Clone, Debug)]
pub(crate) struct Directions {
    movement: Movement,
    range: TrueRange,
    ranges: f64,
}

state!(Directions {
    movement,
    range,
    ranges
});

/// The two directional indicators, 0 to 100.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Directional {
    pub(crate) plus: f64,
    pub(crate) minus: f64,
}

impl Directional {
    /// The directional index: the difference of both in percent of their sum; `None` where both
    /// are 0.
    #[inline]
    pub(crate) fn index(self) -> Option<f64> {
        let sum = self.plus + self.minus;
        (sum != 0.0).then(|| 100.0 * ((self.minus - self.plus).abs() / sum))
    }
}

impl Directions {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            movement: Movement::new(period),
            range: TrueRange::new(),
            ranges: 0.0,
        }
    }

    /// `None` for the first `period` bars; both 0 while nothing ranges.
    #[inline]
    pub(crate) fn update(&mut self, [high, low, close]: [f64; 3]) -> Option<Directional> {
        let range = self.range.update(high, low, close);
        let movement = self.movement.update(high, low);
        if range.is_nan() {
            return None;
        }
        if self.movement.bars > self.movement.period {
            self.ranges -= self.ranges / self.movement.period;
        }
        self.ranges += range;
        let (plus, minus) = movement?;
        if self.movement.bars <= self.movement.period {
            return None;
        }
        let share = |moved: f64| {
            if self.ranges == 0.0 {
                0.0
            } else {
                100.0 * (moved / self.ranges)
            }
        };
        Some(Directional {
            plus: share(plus),
            minus: share(minus),
        })
    }
}
