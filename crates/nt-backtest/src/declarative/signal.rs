use nt_core::Result;
use nt_math::{and_into, bit, not_into, or_into, words_for};

use super::comparisons::{Comparison, Comparisons};
use super::spec::{Condition, Side};

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
    pub fn of(condition: &Condition, comparisons: &mut Comparisons<'_>) -> Result<Self> {
        let bars = comparisons.bars();
        let mut all = |conditions: &[Condition]| {
            conditions
                .iter()
                .map(|condition| Self::of(condition, comparisons))
                .collect::<Result<Vec<_>>>()
        };
        Ok(match condition {
            Condition::Position { is } => Self::Position(*is),
            Condition::And { conditions } => Self::And(all(conditions)?).folded(bars),
            Condition::Or { conditions } => Self::Or(all(conditions)?).folded(bars),
            Condition::Not { condition } => {
                Self::Not(Box::new(Self::of(condition, comparisons)?)).folded(bars)
            }
            Condition::CrossedAbove { left, right } => {
                Self::Bits(comparisons.bits(Comparison::CrossedAbove, *left, *right)?)
            }
            Condition::CrossedBelow { left, right } => {
                Self::Bits(comparisons.bits(Comparison::CrossedBelow, *left, *right)?)
            }
            Condition::Above { left, right } => {
                Self::Bits(comparisons.bits(Comparison::Above, *left, *right)?)
            }
            Condition::Below { left, right } => {
                Self::Bits(comparisons.bits(Comparison::Below, *left, *right)?)
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
                let mut any = vec![0; words_for(bars)];
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
                    let mut not = vec![0; words_for(bars)];
                    not_into(&mut not, &bits, bars);
                    Self::Bits(not)
                }
                other => Self::Not(Box::new(other)),
            },
            other => other,
        }
    }
}

/// A bitset with every bar in it.
fn every(bars: usize) -> Vec<u64> {
    let mut bits = vec![0; words_for(bars)];
    let none = vec![0; words_for(bars)];
    not_into(&mut bits, &none, bars);
    bits
}
