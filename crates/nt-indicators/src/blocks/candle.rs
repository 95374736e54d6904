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

    /// The upper end of the body.
    pub(crate) fn top(self) -> f64 {
        if self.close >= self.open {
            self.close
        } else {
            self.open
        }
    }

    /// The lower end of the body.
    pub(crate) fn bottom(self) -> f64 {
        if self.close >= self.open {
            self.open
        } else {
            self.close
        }
    }

    /// Above the body.
    pub(crate) fn upper_shadow(self) -> f64 {
        self.high - self.top()
    }

    /// Below the body.
    pub(crate) fn lower_shadow(self) -> f64 {
        self.bottom() - self.low
    }

    /// Whether it closes at or above its open.
    pub(crate) fn is_white(self) -> bool {
        self.close >= self.open
    }

    /// Whether it closes below its open.
    pub(crate) fn is_black(self) -> bool {
        self.close < self.open
    }

    /// Whether both are white or both are black.
    pub(crate) fn is_colored_as(self, other: Self) -> bool {
        self.is_white() == other.is_white()
    }

    /// 1 for white, -1 for black.
    pub(crate) fn color(self) -> f64 {
        if self.is_white() { 1.0 } else { -1.0 }
    }

    /// Whether the body lies above another's: a gap between the bodies.
    pub(crate) fn body_above(self, other: Self) -> bool {
        self.bottom() > other.top()
    }

    /// Whether the body lies below another's.
    pub(crate) fn body_below(self, other: Self) -> bool {
        self.top() < other.bottom()
    }

    /// Whether it lies above another, shadows included.
    pub(crate) fn above(self, other: Self) -> bool {
        self.low > other.high
    }

    /// Whether it lies below another, shadows included.
    pub(crate) fn below(self, other: Self) -> bool {
        self.high < other.low
    }

    /// Whether its range lies within another's.
    pub(crate) fn inside(self, other: Self) -> bool {
        self.high < other.high && self.low > other.low
    }
}
