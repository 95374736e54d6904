use super::super::mean;
use super::defined;

/// Gains and losses among periods; those that broke even are neither.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinningPeriods {
    /// Share of gains among gains and losses; NaN without either.
    pub win_rate: f64,
    /// Mean of the gains; NaN without one.
    pub average_win: f64,
    /// Mean of the losses, negative; NaN without one.
    pub average_loss: f64,
}

impl WinningPeriods {
    /// Of these returns.
    ///
    /// Source: quantstats; flat days say nothing of how often a strategy wins.
    #[must_use]
    pub fn of(returns: &[f64]) -> Self {
        let (mut wins, mut losses) = (Vec::new(), Vec::new());
        for &value in returns {
            if value > 0.0 {
                wins.push(value);
            } else if value < 0.0 {
                losses.push(value);
            }
        }
        Self {
            win_rate: defined(wins.len() as f64, (wins.len() + losses.len()) as f64),
            average_win: mean(&wins),
            average_loss: mean(&losses),
        }
    }

    /// Payoff ratio: the mean gain over the size of the mean loss. NaN without both.
    #[must_use]
    pub fn payoff_ratio(&self) -> f64 {
        self.average_win / self.average_loss.abs()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::assert_close;
    use super::*;

    #[test]
    fn a_hand_count() {
        let found = WinningPeriods::of(&[0.3, -0.1, 0.0, 0.1]);
        assert_close(found.win_rate, 2.0 / 3.0);
        assert_close(found.average_win, 0.2);
        assert_close(found.average_loss, -0.1);
        assert_close(found.payoff_ratio(), 2.0);
    }

    #[test]
    fn of_one_kind_alone() {
        let won = WinningPeriods::of(&[0.1]);
        assert!(won.win_rate == 1.0 && won.payoff_ratio().is_nan());
        assert!(WinningPeriods::of(&[0.0]).win_rate.is_nan());
    }
}
