use std::f64::consts::{PI, SQRT_2};

use crate::state::state;

/// A recursive filter of the second order:
/// `y[t] = b0 x[t] + b1 x[t-1] + b2 x[t-2] + a1 y[t-1] + a2 y[t-2]`.
#[derive(Clone, Debug)]
pub(crate) struct TwoPole {
    taps: [f64; 3],
    poles: [f64; 2],
    /// Whether it begins at the level of the values, not at 0.
    keeps_level: bool,
    began: bool,
    x: [f64; 2],
    y: [f64; 2],
}

state!(TwoPole { began, x, y });

impl TwoPole {
    /// One that keeps the level of the values: it begins as if they had always been the first.
    pub(crate) const fn low_pass(taps: [f64; 3], poles: [f64; 2]) -> Self {
        Self {
            taps,
            poles,
            keeps_level: true,
            began: false,
            x: [0.0; 2],
            y: [0.0; 2],
        }
    }

    /// One that takes the level away: it begins at 0, as if the values had always been the first.
    pub(crate) const fn high_pass(taps: [f64; 3], poles: [f64; 2]) -> Self {
        Self {
            keeps_level: false,
            ..Self::low_pass(taps, poles)
        }
    }

    /// Ehlers' super smoother.
    pub(crate) fn super_smoother(period: f64) -> Self {
        let poles = Self::maximally_flat(period);
        let half = (1.0 - poles[0] - poles[1]) / 2.0;
        Self::low_pass([half, half, 0.0], poles)
    }

    /// Ehlers' two-pole high-pass filter.
    pub(crate) fn without_trend(period: f64) -> Self {
        let turn = SQRT_2 * PI / period;
        let alpha = (turn.cos() + turn.sin() - 1.0) / turn.cos();
        let (kept, gain) = (1.0 - alpha, (1.0 - alpha / 2.0) * (1.0 - alpha / 2.0));
        Self::high_pass([gain, -2.0 * gain, gain], [2.0 * kept, -kept * kept])
    }

    /// Both poles of a Butterworth filter.
    pub(crate) fn maximally_flat(period: f64) -> [f64; 2] {
        let turn = SQRT_2 * PI / period;
        let radius = (-turn).exp();
        [2.0 * radius * turn.cos(), -radius * radius]
    }

    /// The weight of a value in a cascade of exponential averages that lets a cycle of `period`
    /// through at half its power, `factor` telling how many there are.
    pub(crate) fn alpha(period: f64, factor: f64) -> f64 {
        let beta = factor * (1.0 - (2.0 * PI / period).cos());
        (beta * beta + 2.0 * beta).sqrt() - beta
    }

    #[inline]
    pub(crate) fn update(&mut self, value: f64) -> f64 {
        if !self.began {
            let level = if self.keeps_level { value } else { 0.0 };
            (self.began, self.x, self.y) = (true, [value; 2], [level; 2]);
        }
        let [b0, b1, b2] = self.taps;
        let out = b0 * value
            + b1 * self.x[0]
            + b2 * self.x[1]
            + self.poles[0] * self.y[0]
            + self.poles[1] * self.y[1];
        self.x = [value, self.x[0]];
        self.y = [out, self.y[0]];
        out
    }
}

#[cfg(test)]
mod tests {
    use super::TwoPole;

    #[test]
    fn low_passes_keep_a_constant_and_high_passes_take_it_away() {
        let mut smooth = TwoPole::super_smoother(10.0);
        let mut rest = TwoPole::without_trend(48.0);
        for _ in 0..200 {
            assert!((smooth.update(5.0) - 5.0).abs() < 1e-12);
            assert!(rest.update(5.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_ramp_has_no_trend_left() {
        let mut rest = TwoPole::without_trend(20.0);
        let last = (0..500).map(|bar| rest.update(f64::from(bar))).last();
        assert!(last.is_some_and(|value| value.abs() < 1e-9));
    }
}
