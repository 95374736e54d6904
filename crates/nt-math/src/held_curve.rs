use crate::deepest_fall::{BLOCK, Fall, extremes};
use crate::lanes::LANES;
use crate::level::{Kernel, dispatch};
use crate::return_moments::{Lanes, Moments, returns_of};

/// The equity curve of an account, measured stretch by stretch as it is held, and never kept: the
/// moments of its returns and its deepest fall have the bits of [`return_moments`](crate::return_moments)
/// and [`deepest_fall`](crate::deepest_fall) of the whole curve from `base`, and the stretches the bits
/// of [`affine`](crate::affine).
#[derive(Clone, Copy, Debug)]
pub struct HeldCurve {
    lanes: Lanes,
    fall: Fall,
    before: f64,
    seen: usize,
    is_ruined: bool,
}

impl HeldCurve {
    /// A curve without a value, whose first return and fall are from `base`, which must be positive.
    #[must_use]
    pub const fn new(base: f64) -> Self {
        Self {
            lanes: Lanes::EMPTY,
            fall: Fall {
                peak: base,
                deepest: 0.0,
            },
            before: base,
            seen: 0,
            is_ruined: false,
        }
    }

    /// So many values that are the same.
    pub fn rest(&mut self, value: f64, count: usize) {
        if count == 0 {
            return;
        }
        // Each return after the first is 0, and 0 added to a lane leaves its bits.
        self.see(value);
        self.seen += count - 1;
    }

    /// The values `x[i] * scale + offset`.
    pub fn hold(&mut self, x: &[f64], scale: f64, offset: f64) {
        dispatch(Hold {
            curve: self,
            x,
            scale,
            offset,
        });
    }

    /// The moments of the returns so far.
    #[must_use]
    pub fn moments(&self) -> Moments {
        self.lanes.folded()
    }

    /// The deepest fall so far.
    #[must_use]
    pub const fn deepest_fall(&self) -> f64 {
        self.fall.deepest
    }

    /// The last value, or the base.
    #[must_use]
    pub const fn last(&self) -> f64 {
        self.before
    }

    /// Whether some value was zero or below: then nothing else holds.
    #[must_use]
    pub const fn is_ruined(&self) -> bool {
        self.is_ruined
    }

    #[inline(always)]
    fn see(&mut self, value: f64) {
        self.lanes.add(self.seen % LANES, value / self.before - 1.0);
        self.fall.see(value);
        self.is_ruined |= value <= 0.0;
        self.before = value;
        self.seen += 1;
    }
}

struct Hold<'a> {
    curve: &'a mut HeldCurve,
    x: &'a [f64],
    scale: f64,
    offset: f64,
}

impl Hold<'_> {
    #[inline(always)]
    fn mark(&self, x: f64) -> f64 {
        x * self.scale + self.offset
    }

    #[inline(always)]
    fn marks(&self, x: &[f64; LANES]) -> [f64; LANES] {
        let mut marks = [0.0; LANES];
        for lane in 0..LANES {
            marks[lane] = self.mark(x[lane]);
        }
        marks
    }

    /// Adds the returns of values that end within a group of lanes; those of the other lanes are 0.
    #[inline(always)]
    fn add_part(&mut self, x: &[f64]) {
        let (mut now, mut before) = ([1.0; LANES], [1.0; LANES]);
        let lane = self.curve.seen % LANES;
        for (lane, &x) in (lane..LANES).zip(x) {
            now[lane] = self.mark(x);
            before[lane] = self.curve.before;
            self.curve.before = now[lane];
        }
        self.curve.lanes.add_all(&returns_of(&now, &before));
        self.curve.seen += x.len();
    }

    #[inline(always)]
    fn add_returns(&mut self) {
        let x = self.x;
        let head = (LANES - self.curve.seen % LANES).min(x.len());
        self.add_part(&x[..head]);
        let (groups, rest) = x[head..].as_chunks::<LANES>();
        let befores = x[head.saturating_sub(1)..].as_chunks::<LANES>().0;
        let mut lanes = self.curve.lanes;
        for (now, before) in groups.iter().zip(befores) {
            lanes.add_all(&returns_of(&self.marks(now), &self.marks(before)));
        }
        self.curve.lanes = lanes;
        self.curve.seen += groups.len() * LANES;
        if let Some(&last) = groups.as_flattened().last() {
            self.curve.before = self.mark(last);
        }
        self.add_part(rest);
    }

    /// Rounding keeps order, so the extremes of the values are those of `x`.
    #[inline(always)]
    fn see_fall(&mut self) {
        for block in self.x.chunks(BLOCK) {
            let (low, high) = extremes(block);
            let (one, other) = (self.mark(low), self.mark(high));
            let (lowest, highest) = if self.scale < 0.0 {
                (other, one)
            } else {
                (one, other)
            };
            self.curve.is_ruined |= lowest <= 0.0;
            let (scale, offset) = (self.scale, self.offset);
            let marks = block.iter().map(|x| x * scale + offset);
            self.curve.fall.see_all((lowest, highest), marks);
        }
    }
}

impl Kernel for Hold<'_> {
    type Output = ();

    fn scalar(self) {
        for &x in self.x {
            let value = self.mark(x);
            self.curve.see(value);
        }
    }

    #[inline(always)]
    fn vector(mut self) {
        self.add_returns();
        self.see_fall();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::same_on_all_levels;
    use crate::{affine, deepest_fall, return_moments};

    /// Stretches of prices with what is held over each.
    fn stretches() -> impl Strategy<Value = Vec<(Vec<f64>, f64)>> {
        let units = prop_oneof![Just(0.0), 0.1..5.0_f64, -5.0..-0.1_f64];
        let prices = prop::collection::vec(50.0..150.0_f64, 0..200);
        prop::collection::vec((prices, units), 0..12)
    }

    const CASH: f64 = 1_000.0;

    proptest! {
        #[test]
        fn the_same_bits_as_of_the_whole_curve(stretches in stretches()) {
            let mut curve = HeldCurve::new(CASH);
            let mut whole = Vec::new();
            for (prices, units) in &stretches {
                let mut marks = vec![0.0; prices.len()];
                prop_assert!(!affine(&mut marks, prices, *units, CASH));
                whole.extend(marks);
                if *units == 0.0 {
                    curve.rest(CASH, prices.len());
                } else {
                    curve.hold(prices, *units, CASH);
                }
            }
            prop_assert_eq!(curve.moments(), return_moments(&whole, CASH));
            prop_assert_eq!(curve.deepest_fall(), deepest_fall(&whole, CASH));
            prop_assert_eq!(curve.last(), whole.last().copied().unwrap_or(CASH));
            prop_assert!(!curve.is_ruined());
        }

        #[test]
        fn same_bits_on_all_levels(stretches in stretches(), cash in 100.0..1_000.0_f64) {
            same_on_all_levels(|run| {
                let mut curve = HeldCurve::new(cash);
                for (x, scale) in &stretches {
                    run.on(Hold { curve: &mut curve, x, scale: *scale, offset: cash });
                }
                let Moments { sum, squares } = curve.moments();
                let ruined = f64::from(u8::from(curve.is_ruined()));
                if curve.is_ruined() {
                    return vec![ruined];
                }
                vec![sum, squares, curve.deepest_fall(), curve.last(), ruined]
            });
        }
    }
}
