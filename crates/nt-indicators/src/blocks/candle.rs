use super::window::Window;
use crate::state::state;

/// One bar as a candlestick.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Candle {
    pub(crate) open: f64,
    pub(crate) high: f64,
    pub(crate) low: f64,
    pub(crate) close: f64,
}

state!(Candle {
    open,
    high,
    low,
    close
});

impl Candle {
    pub(crate) const fn new([open, high, low, close]: [f64; 4]) -> Self {
        Self {
            open,
            high,
            low,
            close,
        }
    }

    /// From the open to the close.
    pub(crate) fn body(self) -> f64 {
        (self.close - self.open).abs()
    }

    /// From the low to the high.
    pub(crate) fn range(self) -> f64 {
        self.high - self.low
    }

    /// Above the body.
    pub(crate) fn upper_shadow(self) -> f64 {
        self.high
            - if self.close >= self.open {
                self.close
            } else {
                self.open
            }
    }

    /// Below the body.
    pub(crate) fn lower_shadow(self) -> f64 {
        (if self.close >= self.open {
            self.open
        } else {
            self.close
        }) - self.low
    }

    /// 1 for a close at or above the open, -1 for one below.
    pub(crate) fn color(self) -> f64 {
        if self.close >= self.open { 1.0 } else { -1.0 }
    }
}

/// What a candle is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Body,
    Range,
    /// Both shadows; the average halves them.
    Shadows,
}

/// How long, short, near or far is told: a factor of the average over the bars before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CandleSetting {
    measure: Measure,
    /// Bars averaged; 0 for the candle itself.
    period: usize,
    factor: f64,
}

impl CandleSetting {
    pub(crate) const BODY_LONG: Self = Self::new(Measure::Body, 10, 1.0);
    pub(crate) const BODY_VERY_LONG: Self = Self::new(Measure::Body, 10, 3.0);
    pub(crate) const BODY_SHORT: Self = Self::new(Measure::Body, 10, 1.0);
    pub(crate) const BODY_DOJI: Self = Self::new(Measure::Range, 10, 0.1);
    pub(crate) const SHADOW_LONG: Self = Self::new(Measure::Body, 0, 1.0);
    pub(crate) const SHADOW_VERY_LONG: Self = Self::new(Measure::Body, 0, 2.0);
    pub(crate) const SHADOW_SHORT: Self = Self::new(Measure::Shadows, 10, 1.0);
    pub(crate) const SHADOW_VERY_SHORT: Self = Self::new(Measure::Range, 10, 0.1);
    pub(crate) const NEAR: Self = Self::new(Measure::Range, 5, 0.2);
    pub(crate) const FAR: Self = Self::new(Measure::Range, 5, 0.6);
    pub(crate) const EQUAL: Self = Self::new(Measure::Range, 5, 0.05);

    const fn new(measure: Measure, period: usize, factor: f64) -> Self {
        Self {
            measure,
            period,
            factor,
        }
    }

    /// Bars before the first average.
    pub(crate) const fn period(self) -> usize {
        self.period
    }

    fn of(self, candle: Candle) -> f64 {
        match self.measure {
            Measure::Body => candle.body(),
            Measure::Range => candle.range(),
            Measure::Shadows => candle.upper_shadow() + candle.lower_shadow(),
        }
    }
}

/// The average of a setting over the candles before the one in hand, with the additions of TA-Lib
/// in their order: patterns compare prices on a grid with it, so ties are common and its last digit
/// decides them.
#[derive(Clone, Debug)]
pub(crate) struct CandleAverage {
    setting: CandleSetting,
    window: Window,
    total: f64,
    /// Candles still to be passed over before the sum begins.
    skip: usize,
}

state!(CandleAverage {
    window,
    total,
    skip
});

impl CandleAverage {
    /// The sum begins with the candle after `skip`: for a pattern of look-back `n` whose average
    /// is taken `back` candles before the current one, `n - back - setting.period()`.
    pub(crate) fn new(setting: CandleSetting, skip: usize) -> Self {
        Self {
            setting,
            window: Window::new(setting.period),
            total: 0.0,
            skip,
        }
    }

    /// The threshold for a candle, from the candles before it that were taken; `None` while they
    /// are too few.
    pub(crate) fn value(&self, candle: Candle) -> Option<f64> {
        let CandleSetting {
            measure,
            period,
            factor,
        } = self.setting;
        if !self.window.is_full() {
            return None;
        }
        let mean = if period == 0 {
            self.setting.of(candle)
        } else {
            self.total / period as f64
        };
        Some(
            factor * mean
                / if measure == Measure::Shadows {
                    2.0
                } else {
                    1.0
                },
        )
    }

    /// Takes a candle, so that the next one is measured against it too.
    pub(crate) fn take(&mut self, candle: Candle) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        if self.setting.period == 0 {
            return;
        }
        let value = self.setting.of(candle);
        let leaving = self.window.push(value);
        self.total += if leaving.is_nan() {
            value
        } else {
            value - leaving
        };
    }
}
