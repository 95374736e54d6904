use super::fault::Fault;
use super::settle::Signals;
use super::{Accumulation, Direction, SizeType};

/// The size that a signal may ask for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizing {
    pub size: f64,
    pub size_type: SizeType,
    pub accumulation: Accumulation,
    /// Price that money is turned into units at.
    pub value_price: f64,
}

/// A signed size; 0 is nothing to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Decision {
    pub size: f64,
    pub size_type: SizeType,
    pub direction: Direction,
}

/// What settled signals ask for, given the position.
pub(super) fn decide(signals: Signals, position: f64, sizing: Sizing) -> Result<Decision, Fault> {
    if position == 0.0 {
        let size = if signals.long {
            sizing.size
        } else if signals.short {
            -sizing.size
        } else {
            0.0
        };
        return Ok(sized(size, sizing.size_type, Direction::Both));
    }
    let is_long = position > 0.0;
    let (entry, exit, opposite, own) = if is_long {
        (
            signals.long,
            signals.exit_long,
            signals.short,
            Direction::LongOnly,
        )
    } else {
        (
            signals.short,
            signals.exit_short,
            signals.long,
            Direction::ShortOnly,
        )
    };
    // Away from zero, as the position lies.
    let out = if is_long { 1.0 } else { -1.0 };
    if opposite {
        return reversal(position.abs(), sizing, -out);
    }
    if exit {
        return Ok(if sizing.accumulation.removes() {
            sized(-out * sizing.size, sizing.size_type, own)
        } else {
            sized(-position, SizeType::Amount, own)
        });
    }
    let adds = entry && sizing.accumulation.adds();
    let size = if adds { out * sizing.size } else { 0.0 };
    Ok(sized(size, sizing.size_type, own))
}

fn reversal(held: f64, sizing: Sizing, sign: f64) -> Result<Decision, Fault> {
    if sizing.accumulation.removes() {
        let size = sign * sizing.size;
        return Ok(sized(size, sizing.size_type, Direction::Both));
    }
    if sizing.size_type == SizeType::Percent && !sizing.size.is_nan() {
        return Err(Fault::PercentReversal);
    }
    let beyond = match sizing.size_type {
        _ if sizing.size.is_nan() => 0.0,
        SizeType::Value => sizing.size / sizing.value_price,
        _ => sizing.size,
    };
    let size = sign * (held + beyond);
    Ok(sized(size, SizeType::Amount, Direction::Both))
}

const fn sized(size: f64, size_type: SizeType, direction: Direction) -> Decision {
    Decision {
        size,
        size_type,
        direction,
    }
}

/// The approximate value of an order, by which those of a group are put in sequence.
pub(super) fn approximate_value(
    decision: &Decision,
    position: f64,
    value_price: f64,
    means: Means,
) -> f64 {
    let held = position * value_price;
    match decision.size_type {
        SizeType::Amount => decision.size * value_price,
        SizeType::Value => decision.size,
        SizeType::Percent => decision.size * means.of(decision, held),
        SizeType::TargetAmount => decision.size * value_price - held,
        SizeType::TargetValue => decision.size - held,
        SizeType::TargetPercent => decision.size * means.value - held,
    }
}

/// What a group has before the orders of a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Means {
    pub cash: f64,
    pub free_cash: f64,
    pub value: f64,
}

impl Means {
    /// What a share is taken of.
    fn of(&self, decision: &Decision, held: f64) -> f64 {
        if decision.size >= 0.0 {
            self.cash
        } else if decision.direction == Direction::LongOnly {
            held
        } else {
            2.0 * held.max(0.0) + self.free_cash.max(0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZING: Sizing = Sizing {
        size: 3.0,
        size_type: SizeType::Amount,
        accumulation: Accumulation::Disabled,
        value_price: 10.0,
    };
    const SHORT: Signals = Signals {
        long: false,
        exit_long: false,
        short: true,
        exit_short: false,
    };

    #[test]
    fn a_reversal_goes_through_zero() {
        let reversed = decide(SHORT, 2.0, SIZING).unwrap();
        assert_eq!((reversed.size, reversed.direction), (-5.0, Direction::Both));
        let value = Sizing {
            size: 50.0,
            size_type: SizeType::Value,
            ..SIZING
        };
        assert_eq!(decide(SHORT, 2.0, value).unwrap().size, -7.0);
        let percent = Sizing {
            size_type: SizeType::Percent,
            ..SIZING
        };
        assert_eq!(decide(SHORT, 2.0, percent), Err(Fault::PercentReversal));
    }

    #[test]
    fn accumulation_takes_parts_and_adds() {
        let both = Sizing {
            accumulation: Accumulation::Both,
            ..SIZING
        };
        assert_eq!(decide(SHORT, 2.0, both).unwrap().size, -3.0);
        assert_eq!(decide(SHORT, -2.0, both).unwrap().size, -3.0);
        assert_eq!(decide(SHORT, -2.0, SIZING).unwrap().size, 0.0);
    }
}
