use nt_core::{BarsView, Code, Error, Result};
use nt_indicators::compute_outputs;

use super::spec::Node;

/// The computed columns of a graph, beside the bars they were computed from.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    pub(super) nodes: Vec<Column>,
    /// Powers of the price that computed columns are of, by node, where they were looked for.
    pub(super) degrees: Vec<(usize, i32)>,
}

#[derive(Clone, Debug)]
pub(super) enum Column {
    Bars(BarColumn),
    Computed(Vec<f64>),
}

#[derive(Clone, Copy, Debug)]
pub enum BarColumn {
    Open,
    High,
    Low,
    Close,
    Volume,
}

impl BarColumn {
    /// The column of this name.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "open" => Ok(Self::Open),
            "high" => Ok(Self::High),
            "low" => Ok(Self::Low),
            "close" => Ok(Self::Close),
            "volume" => Ok(Self::Volume),
            _ => Err(no_column(name)),
        }
    }

    pub const fn of<'a>(self, bars: &BarsView<'a>) -> &'a [f64] {
        match self {
            Self::Open => bars.open,
            Self::High => bars.high,
            Self::Low => bars.low,
            Self::Close => bars.close,
            Self::Volume => bars.volume,
        }
    }
}

/// The first bar with a value; the number of bars where none has.
pub fn first_value(column: &[f64]) -> usize {
    let first = column.iter().position(|value| !value.is_nan());
    first.unwrap_or(column.len())
}

impl Columns {
    /// Computes the columns of a graph in order.
    ///
    /// # Errors
    /// `UNKNOWN_INDICATOR`, `INVALID_PARAMETER` or `INVALID_STRATEGY`.
    pub fn compute(nodes: &[Node], bars: &BarsView<'_>) -> Result<Self> {
        let mut columns = Self::default();
        let mut ready: Vec<Option<Vec<f64>>> = vec![None; nodes.len()];
        for (index, node) in nodes.iter().enumerate() {
            let column = match node {
                Node::Bars { column } => Column::Bars(BarColumn::named(column)?),
                Node::Indicator { .. } => {
                    if ready[index].is_none() {
                        columns.compute_family(index, nodes, bars, &mut ready)?;
                    }
                    Column::Computed(ready[index].take().unwrap_or_default())
                }
            };
            columns.nodes.push(column);
        }
        Ok(columns)
    }

    /// Computes a node and, in the same go, those after it that are other outputs of the same.
    fn compute_family(
        &self,
        index: usize,
        nodes: &[Node],
        bars: &BarsView<'_>,
        ready: &mut [Option<Vec<f64>>],
    ) -> Result<()> {
        let Node::Indicator {
            indicator,
            inputs,
            params,
            ..
        } = &nodes[index]
        else {
            return Ok(());
        };
        let (family, outputs) = family(index, nodes);
        let inputs: Vec<&[f64]> = inputs
            .iter()
            .map(|&input| self.values(input, bars))
            .collect();
        let params: Vec<(&str, f64)> = params
            .iter()
            .map(|(name, &value)| (name.as_str(), value))
            .collect();
        let computed = compute_outputs(indicator, &inputs, &params, &outputs)?;
        for (index, column) in family.into_iter().zip(computed) {
            ready[index] = Some(column);
        }
        Ok(())
    }

    fn values<'a>(&'a self, node: usize, bars: &BarsView<'a>) -> &'a [f64] {
        match &self.nodes[node] {
            Column::Computed(values) => values,
            Column::Bars(column) => column.of(bars),
        }
    }

    /// The columns by node.
    pub(super) fn slices<'a>(&'a self, bars: &BarsView<'a>) -> Vec<&'a [f64]> {
        (0..self.nodes.len())
            .map(|node| self.values(node, bars))
            .collect()
    }

    /// First bar at which every computed column has a value; the number of bars where one never has.
    #[must_use]
    pub fn first_defined(&self) -> usize {
        let first = |column: &Column| match column {
            Column::Bars(_) => 0,
            Column::Computed(values) => first_value(values),
        };
        self.nodes.iter().map(first).max().unwrap_or(0)
    }

    /// Powers of the price that computed columns are of, by node; empty unless computed as of splits.
    #[must_use]
    pub fn degrees(&self) -> &[(usize, i32)] {
        &self.degrees
    }

    /// Gives the computed columns away, by node.
    #[must_use]
    pub fn into_computed(self) -> Vec<Option<Vec<f64>>> {
        let computed = |column| match column {
            Column::Bars(_) => None,
            Column::Computed(values) => Some(values),
        };
        self.nodes.into_iter().map(computed).collect()
    }
}

/// A node and those after it that differ from it and from each other in the output alone.
fn family(index: usize, nodes: &[Node]) -> (Vec<usize>, Vec<&str>) {
    let (mut family, mut outputs) = (Vec::new(), Vec::new());
    for (at, node) in nodes.iter().enumerate().skip(index) {
        if let Some(output) = node.output_beside(&nodes[index])
            && !outputs.contains(&output)
        {
            family.push(at);
            outputs.push(output);
        }
    }
    (family, outputs)
}

#[cold]
fn no_column(name: &str) -> Error {
    let message = format!("bars have no column \"{name}\": use open, high, low, close or volume");
    Error::new(Code::InvalidStrategy, message).with("column", name)
}
