use crate::state::state;

/// Exponential smoothing, `y += (x - y) * alpha`, from the mean of the first `period` values.
#[derive(Clone, Debug)]
pub(crate) struct Smoother {
    period: usize,
    alpha: f64,
    /// Values taken, at most the period.
    taken: usize,
    /// The sum of the values while they are fewer than the period.
    value: f64,
}

state!(Smoother { taken, value });

impl Smoother {
    /// With `alpha = 2 / (period + 1)`.
    pub(crate) fn exponential(period: usize) -> Self {
        Self {
            period,
            alpha: 2.0 / (period as f64 + 1.0),
            taken: 0,
            value: 0.0,
        }
    }

    /// With another `alpha`.
    pub(crate) fn with_alpha(period: usize, alpha: f64) -> Self {
        Self {
            alpha,
            ..Self::exponential(period)
        }
    }

    /// With Wilder's `alpha = 1 / period`.
    pub(crate) fn wilder(period: usize) -> Self {
        Self {
            period,
            alpha: 1.0 / period as f64,
            taken: 0,
            value: 0.0,
        }
    }

    pub(crate) const fn restart(&mut self) {
        self.taken = 0;
        self.value = 0.0;
    }

    /// Takes a finite value; NaN while warming up.
    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        if self.taken < self.period {
            return self.warm_up(value);
        }
        self.value += (value - self.value) * self.alpha;
        self.value
    }

    /// The averages of the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        out.copy_from_slice(values);
        self.fill_in_place(out);
    }

    /// The averages in the places of the next values, all finite.
    pub(crate) fn fill_in_place(&mut self, values: &mut [f64]) {
        let warm_up = (self.period - self.taken).min(values.len());
        let (head, body) = values.split_at_mut(warm_up);
        for value in head {
            *value = self.warm_up(*value);
        }
        let (mut average, alpha) = (self.value, self.alpha);
        for value in body {
            average += (*value - average) * alpha;
            *value = average;
        }
        self.value = average;
    }

    #[cold]
    fn warm_up(&mut self, value: f64) -> f64 {
        self.taken += 1;
        self.value += value;
        if self.taken < self.period {
            return f64::NAN;
        }
        self.value /= self.period as f64;
        self.value
    }
}
