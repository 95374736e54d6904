use std::collections::BTreeMap;

use nt_core::{BarsView, Error, Result};
use nt_indicators::compute_outputs;

use super::parallel::parallel;
use crate::declarative::{BarColumn, Columns, first_value};
use crate::{Node, TimedAction, split_factors};

/// The columns of all combinations: each distinct one is computed once, and given up where there is
/// not the room to keep it.
#[derive(Debug, Default)]
pub struct ColumnStore {
    nodes: Vec<Node>,
    columns: Vec<Computed>,
    /// Nodes that are outputs of the same indicator over the same columns.
    families: BTreeMap<Family, Vec<usize>>,
    /// How many were computed as of each bar.
    as_of: usize,
}

/// An indicator over columns: its name, its inputs, its parameters with the bits of their values.
type Family = (String, Vec<usize>, Vec<(String, u64)>);

#[derive(Clone, Debug)]
enum Computed {
    Bars(BarColumn),
    Missing,
    Column { values: Vec<f64>, first: usize },
    Failed(Error),
}

impl ColumnStore {
    /// Adds nodes; an indicator reads nodes before it.
    ///
    /// # Errors
    /// `INVALID_STRATEGY` for a column that bars do not have.
    pub fn add(&mut self, nodes: Vec<Node>) -> Result<()> {
        for node in nodes {
            let computed = match &node {
                Node::Bars { column } => Computed::Bars(BarColumn::named(column)?),
                Node::Indicator { .. } => Computed::Missing,
            };
            if let Some(family) = family(&node) {
                let index = self.nodes.len();
                self.families.entry(family).or_default().push(index);
            }
            self.columns.push(computed);
            self.nodes.push(node);
        }
        Ok(())
    }

    /// How many nodes there are.
    pub const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A column that has been computed.
    ///
    /// # Errors
    /// What kept it from being computed.
    pub fn values<'a>(&'a self, node: usize, bars: &BarsView<'a>) -> Result<&'a [f64]> {
        match &self.columns[node] {
            Computed::Bars(column) => Ok(column.of(bars)),
            Computed::Column { values, .. } => Ok(values),
            Computed::Failed(error) => Err(error.clone()),
            Computed::Missing => Ok(&[]),
        }
    }

    /// The first bar at which a column has a value; the number of bars where it never has.
    pub fn first(&self, node: usize) -> usize {
        match &self.columns[node] {
            Computed::Column { first, .. } => *first,
            _ => 0,
        }
    }

    /// Gives up the columns that are not wanted.
    pub fn keep(&mut self, wanted: &[bool]) {
        for (column, &wanted) in self.columns.iter_mut().zip(wanted) {
            if !wanted && matches!(column, Computed::Column { .. }) {
                *column = Computed::Missing;
            }
        }
    }

    /// Computes the columns that are wanted and what they read. What fails is known as failed.
    pub fn compute(&mut self, wanted: &[bool], bars: &BarsView<'_>, threads: usize) {
        let mut left = self.missing(wanted);
        while !left.is_empty() {
            let (ready, later): (Vec<usize>, Vec<usize>) =
                left.into_iter().partition(|&node| self.is_ready(node));
            let mut families: Vec<Vec<usize>> = ready
                .iter()
                .filter_map(|&node| self.families.get(&family(&self.nodes[node])?))
                .map(|members| {
                    let asked = members.iter().copied();
                    asked.filter(|member| ready.contains(member)).collect()
                })
                .collect();
            families.sort_unstable();
            families.dedup();
            let mut results: Vec<_> = families.iter().map(|_| Ok(Vec::new())).collect();
            let jobs = families.iter().zip(&mut results);
            parallel(
                threads,
                jobs,
                || (),
                |(), (members, result)| {
                    *result = self.outputs(members, bars);
                },
            );
            for (members, result) in families.iter().zip(results) {
                self.store(members, result);
            }
            left = later;
        }
    }

    /// Computes every column over raw bars as it was known at each bar; see
    /// [`Columns::compute_as_of`].
    ///
    /// # Errors
    /// As [`Columns::compute_as_of`].
    pub fn compute_as_of(&mut self, bars: &BarsView<'_>, actions: &[TimedAction]) -> Result<bool> {
        let Some(factors) = split_factors(actions, 0, bars.time) else {
            return Ok(false);
        };
        if self.as_of == self.nodes.len() {
            return Ok(true);
        }
        let columns = Columns::compute_as_of(&self.nodes, bars, &factors)?.into_computed();
        for (kept, values) in self.columns.iter_mut().zip(columns) {
            if let Some(values) = values {
                *kept = column(values);
            }
        }
        self.as_of = self.nodes.len();
        Ok(true)
    }

    /// The nodes that are wanted, themselves or by others, and not there, in order.
    fn missing(&self, wanted: &[bool]) -> Vec<usize> {
        let mut needed = wanted.to_vec();
        needed.resize(self.nodes.len(), false);
        let mut missing = Vec::new();
        for node in (0..self.nodes.len()).rev() {
            if !needed[node] || !matches!(self.columns[node], Computed::Missing) {
                continue;
            }
            missing.push(node);
            if let Node::Indicator { inputs, .. } = &self.nodes[node] {
                for &input in inputs {
                    needed[input] = true;
                }
            }
        }
        missing.reverse();
        missing
    }

    fn is_ready(&self, node: usize) -> bool {
        match &self.nodes[node] {
            Node::Bars { .. } => true,
            Node::Indicator { inputs, .. } => inputs
                .iter()
                .all(|&input| !matches!(self.columns[input], Computed::Missing)),
        }
    }

    fn outputs(&self, members: &[usize], bars: &BarsView<'_>) -> Result<Vec<Vec<f64>>> {
        let (mut names, mut places) = (Vec::new(), Vec::new());
        let mut call = None;
        for &member in members {
            if let Node::Indicator {
                indicator,
                inputs,
                params,
                output,
            } = &self.nodes[member]
            {
                let known = names.iter().position(|name| *name == output);
                places.push(known.unwrap_or(names.len()));
                if known.is_none() {
                    names.push(output.as_str());
                }
                call = Some((indicator, inputs, params));
            }
        }
        let Some((indicator, inputs, params)) = call else {
            return Ok(Vec::new());
        };
        let inputs = inputs
            .iter()
            .map(|&input| self.values(input, bars))
            .collect::<Result<Vec<_>>>()?;
        let params: Vec<(&str, f64)> = params
            .iter()
            .map(|(name, &value)| (name.as_str(), value))
            .collect();
        let computed = compute_outputs(indicator, &inputs, &params, &names)?;
        if names.len() == members.len() {
            return Ok(computed);
        }
        Ok(places
            .into_iter()
            .map(|place| computed[place].clone())
            .collect())
    }

    fn store(&mut self, members: &[usize], result: Result<Vec<Vec<f64>>>) {
        match result {
            Ok(columns) => {
                for (&member, values) in members.iter().zip(columns) {
                    self.columns[member] = column(values);
                }
            }
            Err(error) => {
                for &member in members {
                    self.columns[member] = Computed::Failed(error.clone());
                }
            }
        }
    }
}

fn column(values: Vec<f64>) -> Computed {
    let first = first_value(&values);
    Computed::Column { values, first }
}

fn family(node: &Node) -> Option<Family> {
    let Node::Indicator {
        indicator,
        inputs,
        params,
        ..
    } = node
    else {
        return None;
    };
    let params = params
        .iter()
        .map(|(name, value)| (name.clone(), value.to_bits()))
        .collect();
    Some((indicator.clone(), inputs.clone(), params))
}
