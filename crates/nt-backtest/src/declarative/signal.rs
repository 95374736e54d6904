use nt_core::{BarsView, Result};
use nt_math::{above, and_into, below, bit, crossed_above, crossed_below, not_into, or_into};

use super::columns::{Columns, Values};
use super::spec::{Condition, Operand, Side};

/// A condition over all bars: what depends on prices alone is a bitset, what asks for the position
/// is left to the loop.
#[derive(Clone, Debug)]
pub(super) enum Signal {
    Bits(Vec<u64>),
    Position(Side),
    And(Vec<Signal>),
    Or(Vec<Signal>),
    Not(Box<Signal>),
}

impl Signal {
    pub fn of(condition: &Condition, columns: &Columns, bars: &BarsView<'_>) -> Result<Self> {
        let all = |conditions: &[Condition]| {
            conditions
                .iter()
                .map(|condition| Self::of(condition, columns, bars))
                .collect::<Result<Vec<_>>>()
        };
        Ok(match condition {
            Condition::Position { is } => Self::Position(*is),
            Condition::And { conditions } => Self::And(all(conditions)?).folded(bars.len()),
            Condition::Or { conditions } => Self::Or(all(conditions)?).folded(bars.len()),
            Condition::Not { condition } => {
                Self::Not(Box::new(Self::of(condition, columns, bars)?)).folded(bars.len())
            }
            Condition::CrossedAbove { left, right } => {
                compare(Comparison::CrossedAbove, *left, *right, columns, bars)?
            }
            Condition::CrossedBelow { left, right } => {
                compare(Comparison::CrossedBelow, *left, *right, columns, bars)?
            }
            Condition::Above { left, right } => {
                compare(Comparison::Above, *left, *right, columns, bars)?
            }
            Condition::Below { left, right } => {
                compare(Comparison::Below, *left, *right, columns, bars)?
            }
        })
    }

    /// Whether it holds at a bar, given the position.
    pub fn holds(&self, bar: usize, side: Side) -> bool {
        match self {
            Self::Bits(bits) => bit(bits, bar),
            Self::Position(is) => *is == side,
            Self::And(signals) => signals.iter().all(|signal| signal.holds(bar, side)),
            Self::Or(signals) => signals.iter().any(|signal| signal.holds(bar, side)),
            Self::Not(signal) => !signal.holds(bar, side),
        }
    }

    /// The bars at which it may hold, whatever the position.
    pub fn candidates(&self, bars: usize) -> Vec<u64> {
        match self {
            Self::Bits(bits) => bits.clone(),
            Self::And(signals) => {
                let mut all = every(bars);
                for signal in signals {
                    and_into(&mut all, &signal.candidates(bars));
                }
                all
            }
            Self::Or(signals) => {
                let mut any = vec![0; words(bars)];
                for signal in signals {
                    or_into(&mut any, &signal.candidates(bars));
                }
                any
            }
            Self::Position(_) | Self::Not(_) => every(bars),
        }
    }

    /// Merges bitsets, so that a condition over prices alone is one of them.
    fn folded(self, bars: usize) -> Self {
        let is_bits = |signal: &Self| matches!(signal, Self::Bits(_));
        match self {
            Self::And(signals) if signals.iter().all(is_bits) => {
                Self::Bits(Self::And(signals).candidates(bars))
            }
            Self::Or(signals) if signals.iter().all(is_bits) => {
                Self::Bits(Self::Or(signals).candidates(bars))
            }
            Self::Not(signal) => match *signal {
                Self::Bits(bits) => {
                    let mut not = vec![0; words(bars)];
                    not_into(&mut not, &bits, bars);
                    Self::Bits(not)
                }
                other => Self::Not(Box::new(other)),
            },
            other => other,
        }
    }
}

#[derive(Clone, Copy)]
enum Comparison {
    CrossedAbove,
    CrossedBelow,
    Above,
    Below,
}

impl Comparison {
    const fn mirrored(self) -> Self {
        match self {
            Self::CrossedAbove => Self::CrossedBelow,
            Self::CrossedBelow => Self::CrossedAbove,
            Self::Above => Self::Below,
            Self::Below => Self::Above,
        }
    }
}

fn compare(
    comparison: Comparison,
    left: Operand,
    right: Operand,
    columns: &Columns,
    bars: &BarsView<'_>,
) -> Result<Signal> {
    let mut bits = vec![0; words(bars.len())];
    match (columns.operand(left, bars)?, columns.operand(right, bars)?) {
        (Values::Column(left), right) => fill(comparison, &mut bits, left, right),
        (Values::Constant(left), Values::Column(right)) => {
            fill(
                comparison.mirrored(),
                &mut bits,
                right,
                Values::Constant(left),
            );
        }
        (Values::Constant(left), Values::Constant(right)) => {
            let holds = match comparison {
                Comparison::Above => left > right,
                Comparison::Below => left < right,
                Comparison::CrossedAbove | Comparison::CrossedBelow => false,
            };
            if holds {
                bits = every(bars.len());
            }
        }
    }
    Ok(Signal::Bits(bits))
}

fn fill(comparison: Comparison, bits: &mut [u64], left: &[f64], right: Values<'_>) {
    let right = match right {
        Values::Column(values) => nt_math::Operand::Column(values),
        Values::Constant(value) => nt_math::Operand::Constant(value),
    };
    match comparison {
        Comparison::CrossedAbove => crossed_above(bits, left, right),
        Comparison::CrossedBelow => crossed_below(bits, left, right),
        Comparison::Above => above(bits, left, right),
        Comparison::Below => below(bits, left, right),
    }
}

const fn words(bars: usize) -> usize {
    bars.div_ceil(64)
}

fn every(bars: usize) -> Vec<u64> {
    let mut bits = vec![0; words(bars)];
    let none = vec![0; words(bars)];
    not_into(&mut bits, &none, bars);
    bits
}
