use super::average_direction::Movement;
use super::window::BLOCK;
use crate::state::state;

/// Wilder's directional index: the difference of both directional movements in percent of their
/// sum. Both are shares of the same range, which therefore does not matter.
#[derive(Clone, Debug)]
pub(crate) struct DirectionalIndex {
    period: usize,
    bars: usize,
    movement: Movement,
    index: f64,
}

state!(DirectionalIndex {
    bars,
    movement,
    index
});

impl DirectionalIndex {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period,
            bars: 0,
            movement: Movement::new(period),
            index: 0.0,
        }
    }

    /// NaN for the first `period` bars.
    #[inline]
    pub(crate) fn update(&mut self, high: f64, low: f64) -> f64 {
        let moved = self.movement.update(high, low);
        if self.bars < self.period {
            self.bars += 1;
            return f64::NAN;
        }
        moved.map_or(f64::NAN, |(plus, minus)| self.hold(quotient(plus, minus)))
    }

    /// While nothing has a direction the last index stands.
    #[inline]
    fn hold(&mut self, index: f64) -> f64 {
        self.index = if index.is_nan() { self.index } else { index };
        self.index
    }

    /// The index for the next bars of columns of finite values, from `start` on, with the bits of
    /// [`DirectionalIndex::update`].
    pub(crate) fn fill(&mut self, [high, low]: [&[f64]; 2], start: usize, out: &mut [f64]) {
        let mut first = self.period.clamp(start, high.len());
        let (head, body) = out.split_at_mut(first - start);
        for (bar, out) in (start..).zip(head) {
            *out = self.update(high[bar], low[bar]);
        }
        let (mut plus, mut minus) = ([0.0; BLOCK], [0.0; BLOCK]);
        for out in body.chunks_mut(BLOCK) {
            let (plus, minus) = (&mut plus[..out.len()], &mut minus[..out.len()]);
            self.movement.fill([high, low], first, [plus, minus]);
            nt_math::map_pairs(out, plus, minus, quotient);
            for out in out.iter_mut() {
                *out = self.hold(*out);
            }
            first += out.len();
        }
    }
}

/// NaN where neither moved.
#[inline]
fn quotient(plus: f64, minus: f64) -> f64 {
    100.0 * ((minus - plus).abs() / (plus + minus))
}
