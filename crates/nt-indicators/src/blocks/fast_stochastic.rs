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

    /// The values on the last bars of columns of equal lengths, with the bits of
    /// [`FastStochastic::update`].
    pub(crate) fn fill(&self, inputs: [&[f64]; 3], out: &mut [f64]) {
        fill_ranges(inputs, self.highest.period(), out, place);
    }
}

/// A value made of the highest high, the lowest low and the close of each window that ends on the
/// last bars of columns of equal lengths.
pub(crate) fn fill_ranges(
    [high, low, close]: [&[f64]; 3],
    period: usize,
    out: &mut [f64],
    place: impl Fn(f64, f64, f64) -> f64,
) {
    let mut lowest = vec![0.0; out.len()];
    nt_math::rolling_max(out, high, period);
    nt_math::rolling_min(&mut lowest, low, period);
    let close = &close[close.len() - out.len()..];
    nt_math::map_triples(out, &lowest, close, place);
}

#[inline]
fn place(highest: f64, lowest: f64, close: f64) -> f64 {
    let range = highest - lowest;
    let place = (close - lowest) / (range / 100.0);
    if is_rounding(range, highest.abs() + lowest.abs()) {
        0.0
    } else {
        place
    }
}
