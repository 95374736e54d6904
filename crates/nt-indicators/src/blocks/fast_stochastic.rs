use super::dead_zone::is_rounding;
use super::rolling_extreme::RollingExtreme;
use crate::state::state;

/// Where a close lies in the range of the last `period` bars: 0 at its low, 100 at its high.
#[derive(Clone, Debug)]
pub(crate) struct FastStochastic {
    highest: RollingExtreme,
    lowest: RollingExtreme,
}

state!(FastStochastic { highest, lowest });

impl FastStochastic {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            highest: RollingExtreme::highest(period),
            lowest: RollingExtreme::lowest(period),
        }
    }

    /// NaN while the window fills; 0 while there is no range.
    #[inline]
    pub(crate) fn update(&mut self, [high, low, close]: [f64; 3]) -> f64 {
        let (highest, lowest) = (self.highest.update(high), self.lowest.update(low));
        place(highest, lowest, close)
    }

    /// The values of columns of equal lengths from a fresh start, with the bits of
    /// [`FastStochastic::update`].
    pub(crate) fn fill(&self, [high, low, close]: [&[f64]; 3], out: &mut [f64]) {
        let mut lowest = vec![0.0; low.len()];
        nt_math::rolling_min(&mut lowest, low, self.lowest.period());
        nt_math::rolling_max(out, high, self.highest.period());
        for ((out, lowest), &close) in out.iter_mut().zip(lowest).zip(close) {
            *out = place(*out, lowest, close);
        }
    }
}

#[inline]
fn place(highest: f64, lowest: f64, close: f64) -> f64 {
    let range = highest - lowest;
    if is_rounding(range, highest.abs() + lowest.abs()) {
        return 0.0;
    }
    (close - lowest) / (range / 100.0)
}
