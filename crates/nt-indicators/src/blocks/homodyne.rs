use crate::state::state;

/// Ehlers' homodyne discriminator: the in-phase and quadrature parts of a smoothed price by the
/// Hilbert transform, and the period of the dominant cycle in bars, 6 to 50.
///
/// Source: Ehlers, *Rocket Science for Traders* (2001).
#[derive(Clone, Debug)]
pub(crate) struct Homodyne {
    /// Bars before the transform begins, at least 3.
    skip: usize,
    prices: [f64; 4],
    detrender: Transform,
    quadrature: Transform,
    of_in_phase: Transform,
    of_quadrature: Transform,
    detrended: [f64; 3],
    previous: [f64; 2],
    real: f64,
    imaginary: f64,
    period: f64,
}

state!(Homodyne {
    skip,
    prices,
    detrender,
    quadrature,
    of_in_phase,
    of_quadrature,
    detrended,
    previous,
    real,
    imaginary,
    period,
});

/// What the discriminator says of one bar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phasor {
    /// The price smoothed over four bars.
    pub(crate) smoothed: f64,
    pub(crate) in_phase: f64,
    pub(crate) quadrature: f64,
    /// The period of the dominant cycle, smoothed once.
    pub(crate) period: f64,
}

impl Homodyne {
    /// The transform takes the bars after the first `skip`; TA-Lib passes over 12 before a
    /// look-back of 32 and 37 before one of 63.
    pub(crate) const fn new(skip: usize) -> Self {
        Self {
            skip,
            prices: [0.0; 4],
            detrender: Transform::NEW,
            quadrature: Transform::NEW,
            of_in_phase: Transform::NEW,
            of_quadrature: Transform::NEW,
            detrended: [0.0; 3],
            previous: [0.0; 2],
            real: 0.0,
            imaginary: 0.0,
            period: 0.0,
        }
    }

    /// `None` for the bars passed over.
    pub(crate) fn update(&mut self, price: f64) -> Option<Phasor> {
        self.prices = [price, self.prices[0], self.prices[1], self.prices[2]];
        if self.skip > 0 {
            self.skip -= 1;
            return None;
        }
        let [p0, p1, p2, p3] = self.prices;
        let smoothed = (4.0 * p0 + 3.0 * p1 + 2.0 * p2 + p3) * 0.1;
        let factor = 0.075 * self.period + 0.54;
        let detrended = self.detrender.update(smoothed, factor);
        let quadrature = self.quadrature.update(detrended, factor);
        let [d1, d2, in_phase] = self.detrended;
        self.detrended = [detrended, d1, d2];
        let turned_in_phase = self.of_in_phase.update(in_phase, factor);
        let turned_quadrature = self.of_quadrature.update(quadrature, factor);
        self.discriminate(in_phase - turned_quadrature, quadrature + turned_in_phase);
        Some(Phasor {
            smoothed,
            in_phase,
            quadrature,
            period: self.period,
        })
    }

    /// Turns the phasor against the one before it: the angle between both tells the period.
    fn discriminate(&mut self, in_phase: f64, quadrature: f64) {
        let [before_i, before_q] = self.previous;
        let (i, q) = (
            0.2 * in_phase + 0.8 * before_i,
            0.2 * quadrature + 0.8 * before_q,
        );
        self.real = 0.2 * (i * before_i + q * before_q) + 0.8 * self.real;
        self.imaginary = 0.2 * (i * before_q - q * before_i) + 0.8 * self.imaginary;
        self.previous = [i, q];
        let before = self.period;
        let mut period = before;
        if self.imaginary != 0.0 && self.real != 0.0 {
            period = 360.0 / (self.imaginary / self.real).atan().to_degrees();
        }
        period = if period > 1.5 * before {
            1.5 * before
        } else {
            period
        };
        period = if period < 0.67 * before {
            0.67 * before
        } else {
            period
        };
        self.period = 0.2 * period.clamp(6.0, 50.0) + 0.8 * before;
    }
}

/// The Hilbert transform over seven bars, by a filter with four taps.
#[derive(Clone, Debug)]
struct Transform([f64; 6]);

state!(Transform { 0 });

impl Transform {
    const NEW: Self = Self([0.0; 6]);

    fn update(&mut self, value: f64, factor: f64) -> f64 {
        let [x1, x2, x3, x4, x5, x6] = self.0;
        self.0 = [value, x1, x2, x3, x4, x5];
        (0.0962 * (value - x6) + 0.5769 * (x2 - x4)) * factor
    }
}
