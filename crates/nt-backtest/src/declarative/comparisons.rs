use nt_core::{Code, Error, Result};
use nt_math::Relations;

use super::spec::Operand;

/// The comparisons that rules make of columns. Rules often ask two things of the same two columns,
/// so each pair is crossed once.
#[derive(Debug)]
pub(super) struct Comparisons<'a> {
    /// The columns of the graph, by node.
    nodes: Vec<&'a [f64]>,
    bars: usize,
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
    /// Over the columns of a graph of so many bars, by node.
    pub const fn new(nodes: Vec<&'a [f64]>, bars: usize) -> Self {
        Self {
            nodes,
            bars,
            known: Vec::new(),
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
