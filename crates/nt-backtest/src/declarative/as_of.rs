use nt_core::{Bars, BarsView, Code, Error, Result};

use super::columns::{Column, Columns};
use super::spec::Node;

/// Powers of the price that a column can be of: a moving average of prices is of the first, a ratio
/// of none, a volume of minus the first.
const DEGREES: std::ops::RangeInclusive<i32> = -4..=4;

/// How far a column may be from scaling with the price, relative to its value.
const ROUNDING: f64 = 1e-9;

impl Columns {
    /// Computes a graph over raw bars as it was known at each bar: a value is that of the history up
    /// to its bar, restated for the splits in it and for none to come. `factors` are those of
    /// [`split_factors`](crate::split_factors).
    ///
    /// Each column is computed over prices in terms of the shares at the beginning, and brought to
    /// those of its own bar by the power of the price that it is of. That power is found by computing
    /// the graph over prices twice as high too. Columns of the bars themselves stay raw.
    ///
    /// # Errors
    /// As [`Columns::compute`]; `INVALID_STRATEGY` for a column that does not scale with the price,
    /// such as a logarithm of it.
    pub fn compute_as_of(nodes: &[Node], bars: &BarsView<'_>, factors: &[f64]) -> Result<Self> {
        let scaled = |scale: f64| {
            let by = |column: &[f64], power: i32| -> Vec<f64> {
                let scales = factors.iter().map(|factor| (factor * scale).powi(power));
                column
                    .iter()
                    .zip(scales)
                    .map(|(value, scale)| value * scale)
                    .collect()
            };
            Bars {
                time: bars.time.to_vec(),
                open: by(bars.open, 1),
                high: by(bars.high, 1),
                low: by(bars.low, 1),
                close: by(bars.close, 1),
                volume: by(bars.volume, -1),
            }
        };
        let mut columns = Self::compute(nodes, &scaled(1.0).view())?;
        let doubled = Self::compute(nodes, &scaled(2.0).view())?;
        for (index, (column, probe)) in columns.nodes.iter_mut().zip(doubled.nodes).enumerate() {
            if let (Column::Computed(values), Column::Computed(probe)) = (column, probe) {
                let degree = degree_of(values, &probe).ok_or_else(|| no_degree(&nodes[index]))?;
                columns.degrees.push((index, degree));
                for (value, factor) in values.iter_mut().zip(factors) {
                    *value /= factor.powi(degree);
                }
            }
        }
        Ok(columns)
    }
}

/// The power of the price that values are of, from what they become at prices twice as high.
fn degree_of(values: &[f64], doubled: &[f64]) -> Option<i32> {
    let is_defined = |value: f64| value.is_finite() && value != 0.0;
    let first = values.iter().position(|&value| is_defined(value));
    let Some(first) = first else { return Some(0) };
    let growth = (doubled[first] / values[first]).log2().round();
    let degree = DEGREES
        .into_iter()
        .find(|&degree| f64::from(degree) == growth)?;
    let scales = values.iter().zip(doubled).all(|(&value, &doubled)| {
        let expected = value * 2_f64.powi(degree);
        expected == doubled
            || (expected.is_nan() && doubled.is_nan())
            || (expected - doubled).abs() <= ROUNDING * expected.abs()
    });
    scales.then_some(degree)
}

#[cold]
fn no_degree(node: &Node) -> Error {
    let name = match node {
        Node::Indicator { indicator, .. } => indicator.as_str(),
        Node::Bars { column } => column.as_str(),
    };
    let message = format!(
        "{name} does not scale with the price, so it has no value across a split: leave it out, or run on adjusted bars without corporate actions"
    );
    Error::new(Code::InvalidStrategy, message).with("indicator", name)
}
