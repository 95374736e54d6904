use super::{Conventions, Profile, Trade};

/// Share of steps at which a position was held, a fraction of the steps from `start` on.
///
/// A trade holds from the step of its entry to the step of its exit, both included; steps held by
/// several trades count once. NaN without a step. Under backtesting.py open trades hold nothing.
///
/// Source: the exposure time of backtesting.py.
#[must_use]
pub fn exposure_time(
    trades: &[Trade],
    start: usize,
    steps: usize,
    conventions: &Conventions,
) -> f64 {
    let open_counts = conventions.profile != Profile::BacktestingPy;
    let mut held: Vec<(usize, usize)> = trades
        .iter()
        .filter(|trade| open_counts || !trade.open)
        .map(|trade| (trade.entry_step, trade.exit_step + 1))
        .collect();
    held.sort_unstable();
    let (mut covered, mut until) = (0, start);
    for (from, to) in held {
        covered += to.saturating_sub(from.max(until));
        until = until.max(to);
    }
    covered as f64 / steps.saturating_sub(start) as f64
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{arithmetic, closed, geometric, open};
    use super::*;

    fn holding(entry_step: usize, exit_step: usize) -> Trade {
        Trade {
            entry_step,
            exit_step,
            ..closed(0.0)
        }
    }

    #[test]
    fn overlapping_trades_count_once() {
        // Steps 2 to 5 and 8 of ten: five steps.
        let trades = [holding(8, 8), holding(2, 4), holding(3, 5)];
        assert_eq!(exposure_time(&trades, 0, 10, &arithmetic()), 0.5);
    }

    #[test]
    fn open_trades_hold_to_the_end() {
        let trades = [Trade {
            entry_step: 5,
            exit_step: 9,
            ..open(0.0)
        }];
        assert_eq!(exposure_time(&trades, 0, 10, &arithmetic()), 0.5);
        assert_eq!(exposure_time(&trades, 0, 10, &geometric()), 0.0);
    }

    #[test]
    fn warm_up_is_not_counted() {
        assert_eq!(exposure_time(&[holding(6, 7)], 6, 10, &arithmetic()), 0.5);
        assert!(exposure_time(&[], 0, 0, &arithmetic()).is_nan());
    }
}
