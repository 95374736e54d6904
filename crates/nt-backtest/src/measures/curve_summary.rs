use nt_math::HeldCurve;

use super::moments::Spread;
use super::{Annualisation, Measurer, Profile, Wanted};

/// What is known of the equity of a run that was not kept; see [`Measurer::sum_up`].
#[derive(Clone, Copy, Debug)]
pub struct CurveSummary {
    pub(super) final_equity: f64,
    pub(super) spread: Spread,
    pub(super) deepest_fall: f64,
}

impl Measurer<'_> {
    /// Whether a summary of the equity tells all that is wanted.
    #[must_use]
    pub fn can_sum_up(&self) -> bool {
        let Wanted {
            peak,
            returns,
            episodes,
            exposure,
            ..
        } = self.wanted;
        self.conventions.profile == Profile::NeuralTrader
            && self.conventions.annualisation == Annualisation::Arithmetic
            && self.periods.are_steps()
            && !(peak || returns || episodes || exposure)
    }

    /// Sums up the equity of a run over its steps after the first tradable one, at whose end the cash
    /// was untouched; `None` where the moments of its returns do not tell their deviation.
    #[must_use]
    pub fn sum_up(&self, curve: &HeldCurve, steps: usize) -> Option<CurveSummary> {
        Some(CurveSummary {
            final_equity: curve.last(),
            spread: Spread::of_moments(curve.moments(), (steps, self.conventions.ddof))?,
            deepest_fall: curve.deepest_fall(),
        })
    }
}
