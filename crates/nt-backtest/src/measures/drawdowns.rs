use super::{Conventions, Profile, Spans};

/// An episode under water: from the last step at a peak to the step that reaches it again, or to
/// the last step of the run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawdown {
    /// The last step at the peak, or the first step when that is already below the initial cash.
    pub peak: usize,
    /// The step that reaches the peak again, or the last one.
    pub end: usize,
    /// Lowest equity over the peak, less one: a negative fraction, below -1 when equity is
    /// negative.
    pub depth: f64,
    /// Whether the peak was reached again.
    pub recovered: bool,
}

impl Drawdown {
    /// Nanoseconds under water. vectorbt counts bars from the first below the peak, of a drawdown
    /// that never recovered including its last.
    #[must_use]
    pub fn duration(&self, spans: &Spans, conventions: &Conventions) -> i64 {
        let below = conventions.profile == Profile::Vectorbt && self.recovered;
        spans.between(self.peak + usize::from(below), self.end)
    }

    /// Whether averages count it. backtesting.py does not see an episode that only the last step
    /// began.
    #[must_use]
    pub fn counts(&self, conventions: &Conventions) -> bool {
        conventions.profile != Profile::BacktestingPy || self.recovered || self.end > self.peak + 1
    }
}

/// The drawdowns of an equity curve from its step `start` on, in order. The peak begins at the
/// initial cash, so a loss on the first step is one (vectorbt begins at the first equity).
#[must_use]
pub fn drawdowns(
    equity: &[f64],
    start: usize,
    initial_cash: f64,
    conventions: &Conventions,
) -> Vec<Drawdown> {
    let mut found = Vec::new();
    let Some(&first) = equity.get(start) else {
        return found;
    };
    let from_cash = conventions.profile != Profile::Vectorbt;
    let (mut peak, mut at) = (if from_cash { initial_cash } else { first }, start);
    let mut trough = f64::INFINITY;
    for (step, &value) in equity.iter().enumerate().skip(start) {
        if value >= peak {
            if trough < peak {
                found.push(Drawdown {
                    peak: at,
                    end: step,
                    depth: trough / peak - 1.0,
                    recovered: true,
                });
            }
            (peak, at, trough) = (value, step, f64::INFINITY);
        } else if value < trough {
            trough = value;
        }
    }
    if trough < peak {
        let end = equity.len() - 1;
        found.push(Drawdown {
            peak: at,
            end,
            depth: trough / peak - 1.0,
            recovered: false,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, vectorbt};
    use super::*;

    #[test]
    fn episodes_run_from_peak_to_recovery() {
        let equity = [100.0, 120.0, 90.0, 120.0, 130.0, 117.0];
        let found = drawdowns(&equity, 0, 100.0, &arithmetic());
        let first = Drawdown {
            peak: 1,
            end: 3,
            depth: 90.0 / 120.0 - 1.0,
            recovered: true,
        };
        let last = Drawdown {
            peak: 4,
            end: 5,
            depth: 117.0 / 130.0 - 1.0,
            recovered: false,
        };
        assert_eq!(found, [first, last]);
    }

    #[test]
    fn the_initial_cash_is_the_first_peak() {
        let found = drawdowns(&[80.0, 100.0], 0, 100.0, &arithmetic());
        assert_eq!(
            found,
            [Drawdown {
                peak: 0,
                end: 1,
                depth: 80.0 / 100.0 - 1.0,
                recovered: true
            }]
        );
        assert_eq!(drawdowns(&[80.0, 100.0], 0, 100.0, &vectorbt()), []);
    }

    #[test]
    fn warm_up_is_left_out() {
        assert_eq!(
            drawdowns(&[50.0, 100.0, 100.0], 1, 100.0, &arithmetic()),
            []
        );
        assert_eq!(drawdowns(&[], 0, 100.0, &arithmetic()), []);
    }
}
