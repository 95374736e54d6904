use crate::blocks::DirectionalIndex;
use crate::prelude::*;

pub(crate) static INDICATOR: Indicator = Indicator {
    name: "adx",
    talib: "ADX",
    aliases: &["average-directional-index"],
    group: Group::Momentum,
    meaning: "Average directional index: how strong a trend is, whichever way, 0 to 100",
    formula: "Wilder's smoothing of dx, from the mean of its first `period` values",
    source: "Wilder, New Concepts in Technical Trading Systems (1978)",
    inputs: &["high", "low", "close"],
    params: &[Param::period(
        14.0,
        2.0,
        "Bars smoothed, by Wilder's method",
    )],
    outputs: &[Output::VALUE],
    stability: Stability::Fading(|params| 4.0 * params[0] - 2.0),
    lookback: |params| 2 * params[0] as usize - 1,
    compute: Compute::of::<Adx, 3, 1>(),
};

#[derive(Clone)]
pub(super) struct Adx {
    period: usize,
    keep: f64,
    per_bar: f64,
    index: DirectionalIndex,
    /// The sum of the first indices, then their average.
    average: f64,
    taken: usize,
}

state!(Adx {
    index,
    average,
    taken
});

impl Adx {
    pub(super) fn new(period: usize) -> Self {
        let per_bar = 1.0 / period as f64;
        Self {
            period,
            keep: 1.0 - per_bar,
            per_bar,
            index: DirectionalIndex::new(period),
            average: 0.0,
            taken: 0,
        }
    }

    /// NaN for the first `2 period - 1` bars.
    #[inline]
    pub(super) fn next(&mut self, [high, low, _]: [f64; 3]) -> f64 {
        let index = self.index.update(high, low);
        if self.taken < self.period {
            return self.warm_up(index);
        }
        self.smooth(index)
    }

    #[inline]
    fn smooth(&mut self, index: f64) -> f64 {
        self.average = self.average * self.keep + index * self.per_bar;
        self.average
    }

    #[cold]
    fn warm_up(&mut self, index: f64) -> f64 {
        if index.is_nan() {
            return index;
        }
        self.taken += 1;
        self.average += index;
        if self.taken < self.period {
            return f64::NAN;
        }
        self.average /= self.period as f64;
        self.average
    }

    /// The values of the next bars of columns of finite values, from `start` on, with the bits of
    /// [`Adx::next`].
    pub(super) fn fill(&mut self, [high, low, _]: [&[f64]; 3], start: usize, out: &mut [f64]) {
        self.index.fill([high, low], start, out);
        let warm_up = (2 * self.period).clamp(start, high.len()) - start;
        let (head, body) = out.split_at_mut(warm_up);
        for out in head {
            *out = self.warm_up(*out);
        }
        for out in body {
            *out = self.smooth(*out);
        }
    }
}

impl Machine<3, 1> for Adx {
    fn open(params: &[f64]) -> Self {
        Self::new(params[0] as usize)
    }

    #[inline]
    fn update(&mut self, row: [f64; 3]) -> [f64; 1] {
        [self.next(row)]
    }

    fn fill(&mut self, inputs: [&[f64]; 3], start: usize, [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            Self::fill(self, inputs, start, out);
        }
    }
}
