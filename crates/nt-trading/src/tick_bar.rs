use nt_core::{BarsView, Scale};

/// One bar in integer ticks of its instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TickBar {
    /// First price.
    pub open: i64,
    /// Highest price.
    pub high: i64,
    /// Lowest price.
    pub low: i64,
    /// Last price.
    pub close: i64,
}

impl TickBar {
    /// Row `row` of the columns, each price rounded half to even to a tick.
    #[must_use]
    #[inline]
    pub fn of(bars: &BarsView<'_>, row: usize, scale: Scale) -> Self {
        Self {
            open: scale.to_integer(bars.open[row]),
            high: scale.to_integer(bars.high[row]),
            low: scale.to_integer(bars.low[row]),
            close: scale.to_integer(bars.close[row]),
        }
    }

    /// As [`TickBar::of`], for orders that look at nothing but the open: high and low are those of open
    /// and close.
    #[must_use]
    #[inline]
    pub fn at_open(bars: &BarsView<'_>, row: usize, scale: Scale) -> Self {
        let (open, close) = (
            scale.to_integer(bars.open[row]),
            scale.to_integer(bars.close[row]),
        );
        Self {
            open,
            high: open.max(close),
            low: open.min(close),
            close,
        }
    }
}
