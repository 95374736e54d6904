use nt_core::BarsView;
use nt_trading::Event;

use super::TimedAction;

/// Of each row of a series, the shares that one share at its beginning has become: 1 before the first
/// split, 7 after a seven-for-one. A price times its factor is in terms of the shares at the beginning,
/// and no factor knows of a split to come. `None` where no split falls between two bars.
#[must_use]
pub fn split_factors(actions: &[TimedAction], instrument: u32, time: &[i64]) -> Option<Vec<f64>> {
    growth(actions, (instrument, time), |event, _| match event {
        Event::Split { ratio, .. } => ratio.new_shares() as f64 / ratio.old_shares() as f64,
        _ => 1.0,
    })
}

/// As [`split_factors`], with cash dividends bought in at the close before the ex-date less the
/// dividend: close times factor is the worth of who bought a share at the beginning and held it.
/// A dividend not below that close counts for nothing.
#[must_use]
pub fn holding_factors(
    actions: &[TimedAction],
    instrument: u32,
    bars: &BarsView<'_>,
) -> Option<Vec<f64>> {
    let mut at = (0, f64::NAN);
    growth(actions, (instrument, bars.time), |event, row| {
        if at.0 != row {
            at = (row, bars.close[row - 1]);
        }
        match event {
            Event::Split { ratio, .. } => {
                let growth = ratio.new_shares() as f64 / ratio.old_shares() as f64;
                at.1 /= growth;
                growth
            }
            Event::Dividend { amount, .. } if amount.to_f64() < at.1 => {
                let before = at.1;
                at.1 -= amount.to_f64();
                before / at.1
            }
            _ => 1.0,
        }
    })
}

/// The running product of what each action makes of a share, by row.
fn growth(
    actions: &[TimedAction],
    (instrument, time): (u32, &[i64]),
    mut of: impl FnMut(Event, usize) -> f64,
) -> Option<Vec<f64>> {
    let is_own = |action: &&TimedAction| action.instrument() == Some(instrument);
    if !actions.iter().any(|action| is_own(&action)) {
        return None;
    }
    let mut factors = vec![1.0; time.len()];
    let mut any = false;
    for action in actions.iter().filter(is_own) {
        let row = time.partition_point(|&at| at <= action.time);
        if row == 0 || row == time.len() {
            continue;
        }
        let growth = of(action.event, row);
        any |= growth != 1.0;
        factors[row..]
            .iter_mut()
            .for_each(|factor| *factor *= growth);
    }
    any.then_some(factors)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nt_core::{Bars, Money};
    use nt_trading::SplitRatio;

    fn split(time: i64, new: i64, old: i64) -> TimedAction {
        let ratio = SplitRatio::new(new, old).unwrap();
        TimedAction {
            time,
            event: Event::Split {
                instrument: 0,
                ratio,
            },
        }
    }

    fn dividend(time: i64, amount: f64) -> TimedAction {
        let amount = Money::from_f64(amount).unwrap();
        TimedAction {
            time,
            event: Event::Dividend {
                instrument: 0,
                amount,
            },
        }
    }

    #[test]
    fn factors_know_nothing_of_the_future() {
        let actions = [
            split(0, 9, 1),
            split(20, 2, 1),
            split(30, 1, 4),
            split(40, 5, 1),
        ];
        let factors = split_factors(&actions, 0, &[10, 20, 30, 40]).unwrap();
        assert_eq!(factors, [1.0, 1.0, 2.0, 0.5]);
        let early = split_factors(&actions, 0, &[10, 20, 30]).unwrap();
        assert_eq!(early, factors[..3]);
        assert_eq!(split_factors(&actions, 1, &[10, 20, 30, 40]), None);
        assert_eq!(split_factors(&[dividend(20, 1.0)], 0, &[10, 20, 30]), None);
    }

    #[test]
    fn a_holder_reinvests() {
        let bars = Bars {
            time: vec![10, 20, 30],
            close: vec![100.0, 100.0, 49.0],
            ..Bars::default()
        };
        let actions = [split(20, 2, 1), dividend(20, 1.0)];
        let factors = holding_factors(&actions, 0, &bars.view()).unwrap();
        assert!((factors[2] * 49.0 - 100.0).abs() < 1e-12, "{factors:?}");
    }
}
