/// Accumulators of a reduction: element `i` goes to lane `i % LANES` on every level. Sixteen hide
/// the latency of an addition on two 512-bit, four 256-bit or eight 128-bit registers.
pub(crate) const LANES: usize = 16;

/// Folds the lanes by halves: 16 to 8 to 4 to 2 to 1.
#[inline(always)]
pub(crate) fn fold(mut lanes: [f64; LANES], combine: impl Fn(f64, f64) -> f64) -> f64 {
    let mut half = LANES / 2;
    while half > 0 {
        for lane in 0..half {
            lanes[lane] = combine(lanes[lane], lanes[lane + half]);
        }
        half /= 2;
    }
    lanes[0]
}

/// Accumulates a column into the lanes and folds them, in groups the compiler can vectorise.
#[inline(always)]
pub(crate) fn reduce(
    x: &[f64],
    start: f64,
    accumulate: impl Fn(f64, f64) -> f64,
    combine: impl Fn(f64, f64) -> f64,
) -> f64 {
    let mut lanes = [start; LANES];
    let (groups, rest) = x.as_chunks::<LANES>();
    for group in groups {
        for lane in 0..LANES {
            lanes[lane] = accumulate(lanes[lane], group[lane]);
        }
    }
    for (lane, &value) in lanes.iter_mut().zip(rest) {
        *lane = accumulate(*lane, value);
    }
    fold(lanes, combine)
}

/// The twin of [`reduce`].
pub(crate) fn reduce_scalar(
    x: &[f64],
    start: f64,
    accumulate: impl Fn(f64, f64) -> f64,
    combine: impl Fn(f64, f64) -> f64,
) -> f64 {
    let mut lanes = [start; LANES];
    for (index, &value) in x.iter().enumerate() {
        lanes[index % LANES] = accumulate(lanes[index % LANES], value);
    }
    fold(lanes, combine)
}
