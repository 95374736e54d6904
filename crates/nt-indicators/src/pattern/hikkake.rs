use crate::blocks::Candle;
use crate::state::state;

/// Bars within which a false break must be confirmed.
const PATIENCE: usize = 3;

/// A false break out of an inside bar, until it is confirmed or forgotten.
#[derive(Clone, Default)]
pub(super) struct FalseBreak {
    /// 1 for a break downwards, which is bullish; -1 for one upwards.
    way: f64,
    /// The close must go beyond it: the high or low of the inside bar.
    confirmation: f64,
    left: usize,
}

state!(FalseBreak {
    way,
    confirmation,
    left
});

impl FalseBreak {
    /// The break out of an inside bar, if the candle after it makes one.
    #[inline]
    pub(super) fn out_of(inside: Candle, after: Candle) -> Option<Self> {
        let down = after.high < inside.high && after.low < inside.low;
        let up = after.high > inside.high && after.low > inside.low;
        (down || up).then_some(Self {
            way: if down { 1.0 } else { -1.0 },
            confirmation: if down { inside.high } else { inside.low },
            left: PATIENCE,
        })
    }

    /// 1 for a bullish one, -1 for a bearish one.
    pub(super) const fn way(&self) -> f64 {
        self.way
    }

    /// 100 or -100 on the bar of a new break, 200 or -200 on the one that confirms it, otherwise 0.
    #[inline]
    pub(super) fn update(&mut self, found: Option<Self>, close: f64) -> f64 {
        if let Some(found) = found {
            *self = found;
            return self.way * 100.0;
        }
        if self.left == 0 {
            return 0.0;
        }
        self.left -= 1;
        let beyond = if self.way > 0.0 {
            close > self.confirmation
        } else {
            close < self.confirmation
        };
        if beyond {
            self.left = 0;
            return self.way * 200.0;
        }
        0.0
    }
}
