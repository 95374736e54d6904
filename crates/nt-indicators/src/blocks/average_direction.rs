use super::true_range::TrueRange;
use super::window::BLOCK;
use crate::state::state;

/// Wilder's directional movement: how much the highs rose and the lows fell, each smoothed as a sum
/// over `period` bars.
#[derive(Clone, Debug)]
pub(crate) struct Movement {
    period: f64,
    /// What a bar leaves of the sums before it.
    keep: f64,
    high: f64,
    low: f64,
    plus: f64,
    minus: f64,
    bars: f64,
}

state!(Movement {
    high,
    low,
    plus,
    minus,
    bars
});

impl Movement {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            period: period as f64,
            keep: 1.0 - 1.0 / period as f64,
            high: f64::NAN,
            low: f64::NAN,
            plus: 0.0,
            minus: 0.0,
            bars: 0.0,
        }
    }

    /// Both sums; `None` for the first `period - 1` bars, at least one.
    #[inline]
    pub(crate) fn update(&mut self, high: f64, low: f64) -> Option<(f64, f64)> {
        let (plus, minus) = moved([high, low], [self.high, self.low]);
        (self.high, self.low) = (high, low);
        self.bars += 1.0;
        if self.bars == 1.0 {
            return None;
        }
        // The first period - 1 movements are summed as they are; from then on a sum fades.
        if self.bars > self.period {
            self.plus *= self.keep;
            self.minus *= self.keep;
        }
        self.plus += plus;
        self.minus += minus;
        (self.bars >= self.period).then_some((self.plus, self.minus))
    }

    /// The sums of bars of finite values from `start` on, with the bits of [`Movement::update`],
    /// which took all bars before: at least `period`.
    pub(crate) fn fill(
        &mut self,
        [high, low]: [&[f64]; 2],
        start: usize,
        [plus, minus]: [&mut [f64]; 2],
    ) {
        let bars = start..start + plus.len();
        let before = start - 1..bars.end - 1;
        let now = high[bars.clone()].iter().zip(&low[bars.clone()]);
        let before = high[before.clone()].iter().zip(&low[before]);
        let sums = plus.iter_mut().zip(minus.iter_mut());
        for ((plus, minus), (now, before)) in sums.zip(now.zip(before)) {
            (*plus, *minus) = moved([*now.0, *now.1], [*before.0, *before.1]);
        }
        for (plus, minus) in plus.iter_mut().zip(minus) {
            self.plus = self.plus * self.keep + *plus;
            self.minus = self.minus * self.keep + *minus;
            (*plus, *minus) = (self.plus, self.minus);
        }
        (self.high, self.low) = (high[bars.end - 1], low[bars.end - 1]);
        self.bars += bars.len() as f64;
    }

    /// One of the two sums, chosen by `choose`, for the next bars of columns of finite values, from
    /// `start` on.
    pub(crate) fn fill_one(
        &mut self,
        [high, low]: [&[f64]; 2],
        start: usize,
        out: &mut [f64],
        choose: impl Fn((f64, f64)) -> f64,
    ) {
        let mut first = (self.period as usize).max(1).clamp(start, high.len());
        let (head, body) = out.split_at_mut(first - start);
        for (bar, out) in (start..).zip(head) {
            *out = self.update(high[bar], low[bar]).map_or(f64::NAN, &choose);
        }
        let (mut plus, mut minus) = ([0.0; BLOCK], [0.0; BLOCK]);
        for out in body.chunks_mut(BLOCK) {
            let (plus, minus) = (&mut plus[..out.len()], &mut minus[..out.len()]);
            self.fill([high, low], first, [plus, minus]);
            for ((out, &plus), &minus) in out.iter_mut().zip(&*plus).zip(&*minus) {
                *out = choose((plus, minus));
            }
            first += out.len();
        }
    }
}

/// How far the high rose and the low fell; only the greater of both counts.
#[inline]
fn moved([high, low]: [f64; 2], [high_before, low_before]: [f64; 2]) -> (f64, f64) {
    let (rise, fall) = (high - high_before, low_before - low);
    (
        if rise > fall && rise > 0.0 { rise } else { 0.0 },
        if fall > rise && fall > 0.0 { fall } else { 0.0 },
    )
}

/// Directional movement over the true range, smoothed alike.
#[derive(Clone, Debug)]
pub(crate) struct Directions {
    movement: Movement,
    range: TrueRange,
    ranges: f64,
}

state!(Directions {
    movement,
    range,
    ranges
});

/// The two directional indicators, 0 to 100.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Directional {
    pub(crate) plus: f64,
    pub(crate) minus: f64,
}

impl Directions {
    pub(crate) fn new(period: usize) -> Self {
        Self {
            movement: Movement::new(period),
            range: TrueRange::new(),
            ranges: 0.0,
        }
    }

    /// `None` for the first `period` bars; both 0 while nothing ranges.
    #[inline]
    pub(crate) fn update(&mut self, [high, low, close]: [f64; 3]) -> Option<Directional> {
        let range = self.range.update(high, low, close);
        let movement = self.movement.update(high, low);
        if range.is_nan() {
            return None;
        }
        if self.movement.bars > self.movement.period {
            self.ranges *= self.movement.keep;
        }
        self.ranges += range;
        let (plus, minus) = movement?;
        if self.movement.bars <= self.movement.period {
            return None;
        }
        Some(Directional {
            plus: share(plus, self.ranges),
            minus: share(minus, self.ranges),
        })
    }

    /// Both for the next bars of columns of finite values, from `start` on and after the first
    /// `period`, with the bits of [`Directions::update`]: `take` gets blocks of them, each with its
    /// first bar.
    pub(crate) fn fill(
        &mut self,
        inputs: [&[f64]; 3],
        start: usize,
        mut take: impl FnMut(usize, &mut [f64], &mut [f64]),
    ) {
        let bars = inputs[0].len();
        let first = (self.movement.period as usize).clamp(start, bars);
        for bar in start..first {
            self.update(inputs.map(|column| column[bar]));
        }
        let [mut plus, mut minus, mut ranges] = [[0.0; BLOCK]; 3];
        for start in (first..bars).step_by(BLOCK) {
            let length = BLOCK.min(bars - start);
            let (plus, minus) = (&mut plus[..length], &mut minus[..length]);
            self.block(inputs, start, [plus, minus, &mut ranges[..length]]);
            take(start, plus, minus);
        }
    }

    fn block(&mut self, inputs: [&[f64]; 3], start: usize, [plus, minus, ranges]: [&mut [f64]; 3]) {
        let bars = start..start + ranges.len();
        self.range
            .fill(inputs.map(|column| &column[bars.clone()]), ranges);
        self.movement
            .fill([inputs[0], inputs[1]], start, [&mut *plus, &mut *minus]);
        for range in ranges.iter_mut() {
            self.ranges = self.ranges * self.movement.keep + *range;
            *range = self.ranges;
        }
        for ((plus, minus), &mut range) in plus.iter_mut().zip(minus).zip(ranges) {
            (*plus, *minus) = (share(*plus, range), share(*minus, range));
        }
    }
}

/// A sum of movements in percent of that of the ranges.
#[inline]
fn share(moved: f64, ranges: f64) -> f64 {
    let share = 100.0 * (moved / ranges);
    if ranges == 0.0 { 0.0 } else { share }
}
