use crate::state::state;

/// How fast a stop follows on one side: the first acceleration, its step and its greatest value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Acceleration {
    first: f64,
    step: f64,
    most: f64,
}

impl Acceleration {
    /// Held within the greatest value.
    pub(crate) const fn new(first: f64, step: f64, most: f64) -> Self {
        Self {
            first: first.min(most),
            step: step.min(most),
            most,
        }
    }
}

/// Wilder's parabolic stop: it follows an extreme ever faster, and turns to the other side where a
/// bar reaches it.
#[derive(Clone, Debug)]
pub(crate) struct Parabolic {
    long: Acceleration,
    short: Acceleration,
    start: f64,
    /// Share by which the stop is moved away where it turns.
    offset: f64,
    bars: usize,
    is_long: bool,
    high: f64,
    low: f64,
    stop: f64,
    extreme: f64,
    factor: f64,
}

state!(Parabolic {
    bars,
    is_long,
    high,
    low,
    stop,
    extreme,
    factor
});

/// A stop, and whether it is one for a long position.
pub(crate) type Stop = (f64, bool);

impl Parabolic {
    /// `start` above 0 is the first stop of a long position, below 0 of a short one; 0 takes the
    /// direction and the stop from the first two bars.
    pub(crate) const fn new(
        long: Acceleration,
        short: Acceleration,
        start: f64,
        offset: f64,
    ) -> Self {
        Self {
            long,
            short,
            start,
            offset,
            bars: 0,
            is_long: true,
            high: f64::NAN,
            low: f64::NAN,
            stop: f64::NAN,
            extreme: f64::NAN,
            factor: 0.0,
        }
    }

    /// `None` on the first bar.
    #[inline]
    pub(crate) fn update(&mut self, high: f64, low: f64) -> Option<Stop> {
        self.bars += 1;
        let before = (self.high, self.low);
        (self.high, self.low) = (high, low);
        match self.bars {
            1 => None,
            2 => {
                self.begin(before);
                Some(self.advance((high, low)))
            }
            _ => Some(self.advance(before)),
        }
    }

    #[cold]
    fn begin(&mut self, (high, low): (f64, f64)) {
        let (rise, fall) = (self.high - high, low - self.low);
        self.is_long = if self.start == 0.0 {
            !(fall > 0.0 && rise < fall)
        } else {
            self.start > 0.0
        };
        let opposite = if self.is_long { low } else { high };
        self.stop = if self.start == 0.0 {
            opposite
        } else {
            self.start.abs()
        };
        self.extreme = if self.is_long { self.high } else { self.low };
        self.factor = self.side().first;
    }

    const fn side(&self) -> Acceleration {
        if self.is_long { self.long } else { self.short }
    }

    /// The stop of this bar; then that of the next.
    #[inline]
    fn advance(&mut self, before: (f64, f64)) -> Stop {
        let reached = if self.is_long {
            self.low <= self.stop
        } else {
            self.high >= self.stop
        };
        if reached {
            self.turn(before);
        }
        let stop = (self.stop, self.is_long);
        let beyond = if self.is_long {
            self.high > self.extreme
        } else {
            self.low < self.extreme
        };
        if beyond && !reached {
            let side = self.side();
            self.extreme = if self.is_long { self.high } else { self.low };
            self.factor = (self.factor + side.step).min(side.most);
        }
        self.stop += self.factor * (self.extreme - self.stop);
        self.keep_outside(before);
        stop
    }

    fn turn(&mut self, before: (f64, f64)) {
        self.is_long = !self.is_long;
        self.stop = self.extreme;
        self.keep_outside(before);
        self.stop += self.stop
            * if self.is_long {
                -self.offset
            } else {
                self.offset
            };
        self.factor = self.side().first;
        self.extreme = if self.is_long { self.high } else { self.low };
    }

    /// The stop is never inside this bar or the one before.
    #[inline]
    fn keep_outside(&mut self, (high, low): (f64, f64)) {
        self.stop = if self.is_long {
            self.stop.min(low).min(self.low)
        } else {
            self.stop.max(high).max(self.high)
        };
    }
}
