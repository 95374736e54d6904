use super::homodyne::Homodyne;
use crate::state::state;

/// Ehlers' MESA adaptive average, which follows at once where the phase turns fast, and its own
/// following average.
#[derive(Clone, Debug)]
pub(crate) struct Mesa {
    fast: f64,
    slow: f64,
    homodyne: Homodyne,
    bars: usize,
    phase: f64,
    mama: f64,
    fama: f64,
}

state!(Mesa {
    homodyne,
    bars,
    phase,
    mama,
    fama
});

impl Mesa {
    /// Values before the first average.
    pub(crate) const LOOKBACK: usize = 32;

    /// With the greatest and the least weight of a new value.
    pub(crate) const fn new(fast: f64, slow: f64) -> Self {
        Self {
            fast,
            slow,
            homodyne: Homodyne::new(12),
            bars: 0,
            phase: 0.0,
            mama: 0.0,
            fama: 0.0,
        }
    }

    /// The average and the following one; NaN for the first 32 values.
    pub(crate) fn update(&mut self, value: f64) -> [f64; 2] {
        self.bars += 1;
        let Some(phasor) = self.homodyne.update(value) else {
            return [f64::NAN; 2];
        };
        let phase = if phasor.in_phase == 0.0 {
            0.0
        } else {
            (phasor.quadrature / phasor.in_phase).atan().to_degrees()
        };
        let turned = (self.phase - phase).max(1.0);
        self.phase = phase;
        let alpha = if turned > 1.0 {
            (self.fast / turned).max(self.slow)
        } else {
            self.fast
        };
        self.mama = alpha * value + (1.0 - alpha) * self.mama;
        self.fama = 0.5 * alpha * self.mama + (1.0 - 0.5 * alpha) * self.fama;
        if self.bars <= Self::LOOKBACK {
            [f64::NAN; 2]
        } else {
            [self.mama, self.fama]
        }
    }
}
