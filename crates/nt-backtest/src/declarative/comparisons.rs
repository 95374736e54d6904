use std::ops::Range;

use nt_core::{Code, Error, Result};
use nt_math::Relations;

use super::spec::{Condition, Operand};

/// The comparisons that rules make of columns. Rules often ask two things of the same two columns,
/// so each pair is crossed once.
#[derive(Debug)]
pub struct Comparisons<'a> {
    /// The columns of the graph, by node.
    nodes: Vec<&'a [f64]>,
    bars: usize,
    known: Vec<((Operand, Operand), Relations)>,
}

#[derive(Clone, Copy, Debug)]
pub enum Comparison {
    CrossedAbove,
    CrossedBelow,
    Above,
    Below,
}

impl<'a> Comparisons<'a> {
    /// Over the columns of a graph of so many bars, by node.
    pub const fn new(nodes: Vec<&'a [f64]>, bars: usize) -> Self {
        Self {
            nodes,
            bars,
            known: Vec::new(),
        }
    }

    /// Notes the pairs of columns that a condition compares, so that they can be compared ahead,
    /// stretch by stretch.
    pub fn note(&mut self, condition: &Condition) {
        match condition {
            Condition::And { conditions } | Condition::Or { conditions } => {
                for condition in conditions {
                    self.note(condition);
                }
            }
            Condition::Not { condition } => self.note(condition),
            Condition::CrossedAbove { left, right }
            | Condition::CrossedBelow { left, right }
            | Condition::Above { left, right }
            | Condition::Below { left, right } => {
                let pair = (*left, *right);
                if self.columns(pair).is_some()
                    && self.known.iter().all(|(known, _)| *known != pair)
                {
                    self.known.push((pair, Relations::with_room(self.bars)));
                }
            }
            Condition::Position { .. } => {}
        }
    }

    /// Compares the pairs that were noted over the next stretch of bars, which must be of whole groups
    /// of 64 but for the last.
    pub fn extend(&mut self, bars: Range<usize>) {
        for at in 0..self.known.len() {
            if let Some((left, right)) = self.columns(self.known[at].0) {
                self.known[at]
                    .1
                    .extend(&left[bars.clone()], &right[bars.clone()]);
            }
        }
    }

    /// The columns of a pair, where both sides are some.
    fn columns(&self, (left, right): (Operand, Operand)) -> Option<(&'a [f64], &'a [f64])> {
        match (self.value(left), self.value(right)) {
            (Ok(Values::Column(left)), Ok(Values::Column(right))) => Some((left, right)),
            _ => None,
        }
    }

    /// Number of bars.
    pub const fn bars(&self) -> usize {
        self.bars
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
        Ok(match (self.value(left)?, self.value(right)?) {
            (Values::Column(left), Values::Column(right)) => Relations::of(left, right),
            (Values::Column(left), Values::Constant(right)) => Relations::of(left, right),
            (Values::Constant(left), Values::Column(right)) => {
                Relations::of(right, left).mirrored()
            }
            (Values::Constant(left), Values::Constant(right)) => {
                Relations::of(&vec![left; self.bars], right)
            }
        })
    }

    fn value(&self, operand: Operand) -> Result<Values<'a>> {
        match operand {
            Operand::Constant(value) => Ok(Values::Constant(value)),
            Operand::Node { node } => self
                .nodes
                .get(node)
                .map(|&column| Values::Column(column))
                .ok_or_else(|| no_node(node, self.nodes.len())),
        }
    }
}

/// What a comparison reads, resolved.
#[derive(Clone, Copy, Debug)]
enum Values<'a> {
    Column(&'a [f64]),
    Constant(f64),
}

#[cold]
fn no_node(node: usize, nodes: usize) -> Error {
    let message = format!("a rule reads node {node} of a graph of {nodes} nodes");
    Error::new(Code::InvalidStrategy, message).with("node", node)
}
