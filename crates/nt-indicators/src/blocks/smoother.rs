use nt_math::Smoothing;

use crate::state::state;

/// Exponential smoothing, `y = keep y + alpha x` with both weights adding up to 1, from the mean of
/// the first `period` values.
#[derive(Clone, Debug)]
pub(crate) struct Smoother {
    period: usize,
    smoothing: Smoothing,
    /// Values taken, at most the period.
    taken: usize,
    /// The sum of the values while they are fewer than the period.
    value: f64,
}

state!(Smoother { taken, value });

impl Smoother {
    /// With `alpha = 2 / (period + 1)`.
    pub(crate) fn exponential(period: usize) -> Self {
        Self::with_alpha(period, 2.0 / (period as f64 + 1.0))
    }

    /// With another `alpha`.
    pub(crate) fn with_alpha(period: usize, alpha: f64) -> Self {
        let keep = 1.0 - alpha;
        Self {
            period,
            // Without a rounding error, so that a constant stays what it is.
            smoothing: Smoothing {
                keep,
                take: 1.0 - keep,
            },
            taken: 0,
            value: 0.0,
        }
    }

    /// With Wilder's `alpha = 1 / period`.
    pub(crate) fn wilder(period: usize) -> Self {
        Self::with_alpha(period, 1.0 / period as f64)
    }

    pub(crate) const fn restart(&mut self) {
        self.taken = 0;
        self.value = 0.0;
    }

    /// Takes a finite value; NaN while warming up.
    #[inline(always)]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        if self.taken < self.period {
            return self.warm_up(value);
        }
        self.value = self.smoothing.step(self.value, value);
        self.value
    }

    /// The averages on the next values, all finite.
    pub(crate) fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        out.copy_from_slice(values);
        self.smooth(out);
    }

    /// The averages in the places of the next values, all finite.
    pub(crate) fn smooth(&mut self, values: &mut [f64]) {
        let warm_up = self.warm_up_on(values);
        let mut averages = [self.value];
        nt_math::smooth([&mut values[warm_up..]], &mut averages, [self.smoothing]);
        [self.value] = averages;
    }

    /// The averages of two smoothers in the places of the next values of each, all finite.
    pub(crate) fn smooth_both(both: [&mut Self; 2], values: [&mut [f64]; 2]) {
        let [a, b] = both;
        let [a_values, b_values] = values;
        let warm_up = (a.period - a.taken)
            .max(b.period - b.taken)
            .min(a_values.len());
        let (head, a_values) = a_values.split_at_mut(warm_up);
        a.smooth(head);
        let (head, b_values) = b_values.split_at_mut(warm_up);
        b.smooth(head);
        let mut averages = [a.value, b.value];
        let smoothing = [a.smoothing, b.smoothing];
        nt_math::smooth([a_values, b_values], &mut averages, smoothing);
        [a.value, b.value] = averages;
    }

    /// Smoothers of one period, each over the averages of the one before from its first on: `value`
    /// makes of all averages what comes in the place of a value, NaN before the last has one.
    pub(crate) fn smooth_repeatedly<const N: usize>(
        chain: &mut [Self; N],
        values: &mut [f64],
        value: impl Fn([f64; N]) -> f64,
    ) {
        let mut warm_up = 0;
        while warm_up < values.len() && chain[N - 1].taken < chain[N - 1].period {
            values[warm_up] = value(Self::update_chain(chain, values[warm_up]));
            warm_up += 1;
        }
        let mut averages = chain.each_ref().map(|smoother| smoother.value);
        let smoothing = chain[0].smoothing;
        nt_math::smooth_repeatedly(&mut values[warm_up..], &mut averages, smoothing, value);
        for (smoother, average) in chain.iter_mut().zip(averages) {
            smoother.value = average;
        }
    }

    /// The averages of smoothers in a row on the next value, NaN for those that have none yet.
    #[inline(always)]
    pub(crate) fn update_chain<const N: usize>(chain: &mut [Self; N], value: f64) -> [f64; N] {
        let mut values = [f64::NAN; N];
        let mut value = value;
        for (smoother, out) in chain.iter_mut().zip(&mut values) {
            value = smoother.update(value);
            if value.is_nan() {
                break;
            }
            *out = value;
        }
        values
    }

    /// Warms up on the first values, in place; on how many.
    fn warm_up_on(&mut self, values: &mut [f64]) -> usize {
        let warm_up = (self.period - self.taken).min(values.len());
        for value in &mut values[..warm_up] {
            *value = self.warm_up(*value);
        }
        warm_up
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
