use crate::blocks::Directions;
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
    period: f64,
    keep: f64,
    per_bar: f64,
    directions: Directions,
    index: f64,
    sum: f64,
    taken: f64,
}

state!(Adx {
    directions,
    index,
    sum,
    taken
});

impl Adx {
    pub(super) fn new(period: usize) -> Self {
        Self {
            period: period as f64,
            keep: 1.0 - 1.0 / period as f64,
            per_bar: 1.0 / period as f64,
            directions: Directions::new(period),
            index: 0.0,
            sum: 0.0,
            taken: 0.0,
        }
    }

    /// NaN for the first `2 period - 1` bars.
    #[inline]
    pub(super) fn next(&mut self, row: [f64; 3]) -> f64 {
        let Some(directional) = self.directions.update(row) else {
            return f64::NAN;
        };
        // While nothing has a direction the last index stands.
        self.index = directional.index().unwrap_or(self.index);
        self.smooth(self.index)
    }

    /// Takes the index of a bar.
    #[inline]
    fn smooth(&mut self, index: f64) -> f64 {
        if self.taken < self.period {
            self.taken += 1.0;
            self.sum += index;
            if self.taken < self.period {
                return f64::NAN;
            }
            self.sum /= self.period;
            return self.sum;
        }
        self.sum = self.sum * self.keep + index * self.per_bar;
        self.sum
    }

    /// The values of columns of finite values from a fresh start, with the bits of [`Adx::next`].
    pub(super) fn fill(mut self, inputs: [&[f64]; 3], out: &mut [f64]) {
        self.directions.clone().fill_index(inputs, out);
        let warm_up = (2 * self.period as usize).min(out.len());
        let (head, body) = out.split_at_mut(warm_up);
        for out in head.iter_mut().filter(|out| !out.is_nan()) {
            *out = self.smooth(*out);
        }
        for out in body {
            self.sum = self.sum * self.keep + *out * self.per_bar;
            *out = self.sum;
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

    fn fill(self, inputs: [&[f64]; 3], [out]: [Option<&mut [f64]>; 1]) {
        if let Some(out) = out {
            Adx::fill(self, inputs, out);
        }
    }
}
