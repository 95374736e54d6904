use nt_core::{BarsView, Code, Error, Result};
use nt_indicators::compute_outputs;

use super::spec::{Node, Operand};

/// The computed columns of a graph, beside the bars they were computed from.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    nodes: Vec<Column>,
}

#[derive(Clone, Debug)]
enum Column {
    Bars(BarColumn),
    Computed(Vec<f64>),
}

#[derive(Clone, Copy, Debug)]
enum BarColumn {
    Open,
    High,
    Low,
    Close,
    Volume,
}

/// What a comparison reads, resolved.
#[derive(Clone, Copy, Debug)]
pub(super) enum Values<'a> {
    Column(&'a [f64]),
    Constant(f64),
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
                Node::Bars { column } => Column::Bars(bar_column(column)?),
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
            Column::Bars(BarColumn::Open) => bars.open,
            Column::Bars(BarColumn::High) => bars.high,
            Column::Bars(BarColumn::Low) => bars.low,
            Column::Bars(BarColumn::Close) => bars.close,
            Column::Bars(BarColumn::Volume) => bars.volume,
        }
    }

    pub(super) fn operand<'a>(
        &'a self,
        operand: Operand,
        bars: &BarsView<'a>,
    ) -> Result<Values<'a>> {
        match operand {
            Operand::Constant(value) => Ok(Values::Constant(value)),
            Operand::Node { node } if node < self.nodes.len() => {
                Ok(Values::Column(self.values(node, bars)))
            }
            Operand::Node { node } => {
                let message = format!(
                    "a rule reads node {node} of a graph of {} nodes",
                    self.nodes.len()
                );
                Err(Error::new(Code::InvalidStrategy, message).with("node", node))
            }
        }
    }

    /// First bar at which every computed column has a value; the number of bars where one never has.
    #[must_use]
    pub fn first_defined(&self, bars: usize) -> usize {
        let first = |column: &Column| match column {
            Column::Bars(_) => 0,
            Column::Computed(values) => values
                .iter()
                .position(|value| !value.is_nan())
                .unwrap_or(bars),
        };
        self.nodes.iter().map(first).max().unwrap_or(0)
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

fn bar_column(name: &str) -> Result<BarColumn> {
    match name {
        "open" => Ok(BarColumn::Open),
        "high" => Ok(BarColumn::High),
        "low" => Ok(BarColumn::Low),
        "close" => Ok(BarColumn::Close),
        "volume" => Ok(BarColumn::Volume),
        _ => {
            let message =
                format!("bars have no column \"{name}\": use open, high, low, close or volume");
            Err(Error::new(Code::InvalidStrategy, message).with("column", name))
        }
    }
}
