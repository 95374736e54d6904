use super::anchor::ANCHOR_EVERY;

/// Stretches from anchor to anchor that are taken side by side.
pub(crate) const SIDE_BY_SIDE: usize = 4;

/// Bars of so many stretches.
pub(crate) const SLIDING: usize = SIDE_BY_SIDE * ANCHOR_EVERY;

/// The next [`SLIDING`] bars from an anchor on. The stretches between anchors do not depend on each
/// other, so the processor goes on with all of them while one addition would still be under way.
pub(crate) struct Stretches<'a> {
    windows: [&'a [f64]; SIDE_BY_SIDE],
    entering: [&'a [f64; ANCHOR_EVERY]; SIDE_BY_SIDE],
    leaving: [&'a [f64; ANCHOR_EVERY]; SIDE_BY_SIDE],
    out: &'a mut [[f64; ANCHOR_EVERY]; SIDE_BY_SIDE],
}

impl<'a> Stretches<'a> {
    /// Of a column whose bar `start`, at least the period, is an anchor; `None` where the bars to
    /// fill are fewer.
    pub(crate) fn new(
        input: &'a [f64],
        period: usize,
        start: usize,
        out: &'a mut [f64],
    ) -> Option<Self> {
        let (out, _) = out.as_chunks_mut::<ANCHOR_EVERY>();
        let out = out.try_into().ok()?;
        let first: [usize; SIDE_BY_SIDE] = std::array::from_fn(|at| start + at * ANCHOR_EVERY);
        let values = |from: usize| input[from..].first_chunk::<ANCHOR_EVERY>();
        Some(Self {
            windows: first.map(|bar| &input[bar + 1 - period..=bar]),
            out,
            entering: all(first.map(values))?,
            leaving: all(first.map(|bar| values(bar - period)))?,
        })
    }

    /// The windows of the first bar of each stretch.
    pub(crate) const fn windows(&self) -> [&'a [f64]; SIDE_BY_SIDE] {
        self.windows
    }

    /// Fills the stretches from the values of their first bars on; a step takes the number of the
    /// stretch and the values that enter and leave, and says whether its result has kept its
    /// digits. Whether all have: what was written is otherwise of no use.
    #[inline]
    pub(crate) fn fill(
        self,
        fresh: [f64; SIDE_BY_SIDE],
        mut step: impl FnMut(usize, f64, f64) -> (f64, bool),
    ) -> bool {
        let mut kept_digits = true;
        for (stretch, fresh) in self.out.iter_mut().zip(fresh) {
            stretch[0] = fresh;
        }
        for bar in 1..ANCHOR_EVERY {
            for at in 0..SIDE_BY_SIDE {
                let (value, kept) = step(at, self.entering[at][bar], self.leaving[at][bar]);
                self.out[at][bar] = value;
                kept_digits &= kept;
            }
        }
        kept_digits
    }
}

fn all<T: Copy>(lanes: [Option<T>; SIDE_BY_SIDE]) -> Option<[T; SIDE_BY_SIDE]> {
    let [Some(a), Some(b), Some(c), Some(d)] = lanes else {
        return None;
    };
    Some([a, b, c, d])
}
