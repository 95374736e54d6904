use super::true_range::TrueRange;
use crate::state::state;

/// Wilder's directional movement: how much the highs rose, the lows fell, and how far the bars
/// ranged, each smoothed as a sum over `period` bars.
#[derive(Clone, Debug)]
pub(crate) struct Directions {
    period: f64,
    high: f64,
    low: f64,
    range: TrueRange,
    plus: f64,
    minus: f64,
    ranges: f64,
    bars: usize,
}

state!(Directions {
    high,
    low,
    range,
    plus,
    minus,
    ranges,
    bars
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
            period: period as f64,
            high: f64::NAN,
            low: f64::NAN,
            range: TrueRange::new(),
            plus: 0.0,
            minus: 0.0,
            ranges: 0.0,
            bars: 0,
        }
    }

    /// `None` for the first `period` bars; both 0 while nothing ranges.
    #[inline]
    pub(crate) fn update(&mut self, [high, low, close]: [f64; 3]) -> Option<Directional> {
        let (rise, fall) = (high - self.high, self.low - low);
        let range = self.range.update(high, low, close);
        (self.high, self.low) = (high, low);
        self.bars += 1;
        if self.bars == 1 {
            return None;
        }
        // The first period - 1 bars are summed as they are; from then on a sum fades.
        if self.bars as f64 > self.period {
            self.plus -= self.plus / self.period;
            self.minus -= self.minus / self.period;
            self.ranges -= self.ranges / self.period;
        }
        if fall > 0.0 && rise < fall {
            self.minus += fall;
        } else if rise > 0.0 && rise > fall {
            self.plus += rise;
        }
        self.ranges += range;
        if self.bars as f64 <= self.period {
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
            plus: share(self.plus),
            minus: share(self.minus),
        })
    }
}
