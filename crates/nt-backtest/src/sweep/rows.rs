use nt_core::{Code, Error, Rate, Result};
use nt_trading::Size;

use crate::Rule;
use crate::declarative::request;

/// The combinations of a sweep, compactly: most differ in their columns alone.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    shapes: Vec<Shape>,
    shape: Vec<u32>,
    /// Where the nodes of each row begin, and where the last ends.
    from: Vec<usize>,
    nodes: Vec<u32>,
}

/// Rules over the columns of a row, by place among its nodes.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The rules, in the order in which they act.
    pub rules: Vec<Rule>,
    /// The signed share of equity that each asks for, where no rule attaches exits.
    pub plain: Option<Vec<Rate>>,
}

/// One combination.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its rules.
    pub shape: &'a Shape,
    /// Its columns, by node.
    pub nodes: &'a [u32],
}

impl Rows {
    /// Adds lists of rules that rows may have.
    pub fn add_shapes(&mut self, lists: impl IntoIterator<Item = Vec<Rule>>) {
        self.shapes.extend(lists.into_iter().map(|rules| {
            let shares = rules.iter().map(|rule| match request(rule.then) {
                Ok(order) if order.bracket.is_empty() => match order.size {
                    Size::TargetShare(share) => Some(share),
                    _ => None,
                },
                _ => None,
            });
            Shape {
                plain: shares.collect(),
                rules,
            }
        }));
    }

    /// Adds rows: of each its shape, how many nodes it has, and these in order.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` where the three do not fit together, or name what is not there.
    pub fn add(
        &mut self,
        (shape, counts, nodes): (&[u32], &[u32], &[u32]),
        known: usize,
    ) -> Result<()> {
        let total: usize = counts.iter().map(|&count| count as usize).sum();
        let fits = shape.len() == counts.len()
            && total == nodes.len()
            && shape
                .iter()
                .all(|&each| (each as usize) < self.shapes.len())
            && nodes.iter().all(|&node| (node as usize) < known);
        if !fits {
            let message = "the rows of a sweep do not fit its shapes and columns";
            return Err(Error::new(Code::InvalidArgument, message));
        }
        if self.from.is_empty() {
            self.from.push(0);
        }
        let mut end = self.nodes.len();
        self.from.extend(counts.iter().map(|&count| {
            end += count as usize;
            end
        }));
        self.shape.extend_from_slice(shape);
        self.nodes.extend_from_slice(nodes);
        Ok(())
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.shape.len()
    }

    /// A row by number.
    pub fn get(&self, row: usize) -> Row<'_> {
        Row {
            shape: &self.shapes[self.shape[row] as usize],
            nodes: &self.nodes[self.from[row]..self.from[row + 1]],
        }
    }
}
