use nt_core::{BarsView, Result};
use nt_math::Relations;

use super::columns::{Columns, Values};
use super::spec::Operand;

/// The comparisons that rules make of columns. Rules often ask two things of the same two columns,
/// so each pair is crossed once.
#[derive(Debug)]
pub(super) struct Comparisons<'a> {
    columns: &'a Columns,
    bars: BarsView<'a>,
    known: Vec<((Operand, Operand), Relations)>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Comparison {
    CrossedAbove,
    CrossedBelow,
    Above,
    Below,
}

impl<'a> Comparisons<'a> {
    pub const fn new(columns: &'a Columns, bars: BarsView<'a>) -> Self {
        Self {
            columns,
            bars,
            known: Vec::new(),
        }
    }

    /// Number of bars.
    pub const fn bars(&self) -> usize {
        self.bars.len()
    }

    /// The bars at which a comparison holds.
    pub fn bits(
        &mut self,
        comparison: Comparison,
        left: Operand,
        right: Operand,
    ) -> Result<Vec<u64>> {
        let relations = self.relations(left, right)?;
        Ok(match comparison {
            Comparison::CrossedAbove => relations.crossed_above(),
            Comparison::CrossedBelow => relations.crossed_below(),
            Comparison::Above => relations.above(),
            Comparison::Below => relations.below(),
        })
    }

    fn relations(&mut self, left: Operand, right: Operand) -> Result<&Relations> {
        let known = self
            .known
            .iter()
            .position(|(pair, _)| *pair == (left, right));
        let at = if let Some(at) = known {
            at
        } else {
            let relations = self.compare(left, right)?;
            self.known.push(((left, right), relations));
            self.known.len() - 1
        };
        Ok(&self.known[at].1)
    }

    fn compare(&self, left: Operand, right: Operand) -> Result<Relations> {
        let value = |operand| self.columns.operand(operand, &self.bars);
        Ok(match (value(left)?, value(right)?) {
            (Values::Column(left), Values::Column(right)) => Relations::of(left, right),
            (Values::Column(left), Values::Constant(right)) => Relations::of(left, right),
            (Values::Constant(left), Values::Column(right)) => {
                Relations::of(right, left).mirrored()
            }
            (Values::Constant(left), Values::Constant(right)) => {
                Relations::of(&vec![left; self.bars()], right)
            }
        })
    }
}
