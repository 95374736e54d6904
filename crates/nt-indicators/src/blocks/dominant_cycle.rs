use super::homodyne::{Homodyne, Phasor};
use crate::state::state;

/// The dominant cycle by the homodyne discriminator, its period smoothed twice.
#[derive(Clone, Debug)]
pub(crate) struct DominantCycle {
    homodyne: Homodyne,
    bars: usize,
    lookback: usize,
    period: f64,
}

state!(DominantCycle {
    homodyne,
    bars,
    period
});

/// The longest cycle, in bars.
pub(crate) const LONGEST_CYCLE: usize = 50;

impl DominantCycle {
    /// Bars before the first value of what only needs the period or the phasor.
    pub(crate) const EARLY: usize = 32;
    /// Bars before the first value of what needs a whole cycle.
    pub(crate) const LATE: usize = 63;

    /// With the first value after [`DominantCycle::EARLY`] bars.
    pub(crate) const fn early() -> Self {
        Self::new(12, Self::EARLY)
    }

    /// With the first value after [`DominantCycle::LATE`] bars.
    pub(crate) const fn late() -> Self {
        Self::new(37, Self::LATE)
    }

    const fn new(skip: usize, lookback: usize) -> Self {
        Self {
            homodyne: Homodyne::new(skip),
            bars: 0,
            lookback,
            period: 0.0,
        }
    }

    /// Takes a price; `None` for the bars passed over. The period is the one smoothed twice.
    pub(crate) fn update(&mut self, price: f64) -> Option<Phasor> {
        self.bars = (self.bars + 1).min(self.lookback + 1);
        let phasor = self.homodyne.update(price)?;
        self.period = 0.33 * phasor.period + 0.67 * self.period;
        let period = self.period;
        Some(Phasor { period, ..phasor })
    }

    /// Whether the look-back has passed.
    pub(crate) const fn is_warm(&self) -> bool {
        self.bars > self.lookback
    }
}
