use std::collections::BTreeMap;

use nt_core::{Code, Error, Result};
use serde::Deserialize;

/// A declarative strategy: a graph of columns and the rules that read them. Plain data; the schema
/// for people stands in `packages/strategies`, this is its flat form.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// Columns; an indicator reads columns before it.
    pub nodes: Vec<Node>,
    /// In the order in which they act within a bar.
    #[serde(default)]
    pub rules: Vec<Rule>,
}

/// A column of the graph.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Node {
    /// A column of the bars: `open`, `high`, `low`, `close` or `volume`.
    Bars {
        /// Its name.
        column: String,
    },
    /// One output of an indicator.
    Indicator {
        /// Its name in the registry.
        indicator: String,
        /// Indices of the columns it reads.
        inputs: Vec<usize>,
        /// Its parameters.
        params: BTreeMap<String, f64>,
        /// Which output.
        output: String,
    },
}

impl Node {
    /// The output of this node, where it is one of the same indicator over the same columns with
    /// the same parameters as another.
    pub(super) fn output_beside(&self, other: &Self) -> Option<&str> {
        match (self, other) {
            (
                Self::Indicator {
                    indicator,
                    inputs,
                    params,
                    output,
                },
                Self::Indicator {
                    indicator: its_indicator,
                    inputs: its_inputs,
                    params: its_params,
                    ..
                },
            ) => {
                let same =
                    indicator == its_indicator && inputs == its_inputs && params == its_params;
                same.then_some(output)
            }
            _ => None,
        }
    }
}

/// An order to give when a condition holds.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The condition, evaluated at the close of each bar.
    pub when: Condition,
    /// The order.
    pub then: Action,
}

/// What a comparison reads.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(untagged)]
pub enum Operand {
    /// A column of the graph.
    Node {
        /// Its index.
        node: usize,
    },
    /// The same number at every bar.
    Constant(f64),
}

/// A condition at the close of a bar; a comparison with NaN is false.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(tag = "op", rename_all = "camelCase")]
pub enum Condition {
    /// Left was at or below right at the bar before and is above now.
    CrossedAbove {
        /// Left side.
        left: Operand,
        /// Right side.
        right: Operand,
    },
    /// Left was at or above right at the bar before and is below now.
    CrossedBelow {
        /// Left side.
        left: Operand,
        /// Right side.
        right: Operand,
    },
    /// Left is above right.
    Above {
        /// Left side.
        left: Operand,
        /// Right side.
        right: Operand,
    },
    /// Left is below right.
    Below {
        /// Left side.
        left: Operand,
        /// Right side.
        right: Operand,
    },
    /// All hold.
    And {
        /// Which.
        conditions: Vec<Condition>,
    },
    /// At least one holds.
    Or {
        /// Which.
        conditions: Vec<Condition>,
    },
    /// It does not hold.
    Not {
        /// Which.
        condition: Box<Condition>,
    },
    /// The position when the bar has closed.
    Position {
        /// Which state.
        is: Side,
    },
}

/// State of a position.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// Nothing held.
    Flat,
    /// Held long.
    Long,
    /// Held short.
    Short,
}

impl Side {
    /// Of so many signed lots.
    #[must_use]
    pub const fn of(lots: i64) -> Self {
        match lots {
            0 => Self::Flat,
            1.. => Self::Long,
            _ => Self::Short,
        }
    }
}

/// The order of a rule.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    /// Signed share of equity to hold.
    pub target_percent: f64,
    /// Stop loss as a fraction of the fill price.
    #[serde(default)]
    pub stop_loss: Option<f64>,
    /// Take profit as a fraction of the fill price.
    #[serde(default)]
    pub take_profit: Option<f64>,
}

impl Spec {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// `INVALID_STRATEGY` naming the place.
    pub fn from_json(text: &str) -> Result<Self> {
        let spec: Self = serde_json::from_str(text).map_err(|error| {
            Error::new(
                Code::InvalidStrategy,
                format!("the strategy is not valid: {error}"),
            )
        })?;
        spec.check()?;
        Ok(spec)
    }

    fn check(&self) -> Result<()> {
        for (index, node) in self.nodes.iter().enumerate() {
            let Node::Indicator {
                indicator, inputs, ..
            } = node
            else {
                continue;
            };
            if let Some(input) = inputs.iter().find(|&&input| input >= index) {
                let message = format!(
                    "node {index} ({indicator}) reads node {input}, which does not come before it"
                );
                return Err(Error::new(Code::InvalidStrategy, message).with("node", index));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_cross() {
        let spec = Spec::from_json(
            r#"{"nodes":[{"column":"close"},{"indicator":"sma","inputs":[0],"params":{"period":3},"output":"value"}],
                "rules":[{"when":{"op":"crossedAbove","left":{"node":0},"right":{"node":1}},"then":{"targetPercent":1}},
                         {"when":{"op":"and","conditions":[{"op":"position","is":"long"},{"op":"below","left":{"node":0},"right":9.5}]},
                          "then":{"targetPercent":0,"stopLoss":0.1}}]}"#,
        )
        .unwrap();
        assert_eq!(spec.nodes.len(), 2);
        assert_eq!(spec.rules[1].then.stop_loss, Some(0.1));
    }

    #[test]
    fn what_is_not_in_the_schema_is_refused() {
        for text in [
            r#"{"nodes":[],"rules":[],"extra":1}"#,
            r#"{"nodes":[{"indicator":"sma","inputs":[0],"params":{},"output":"value"}]}"#,
            r#"{"nodes":[],"rules":[{"when":{"op":"sometimes"},"then":{"targetPercent":1}}]}"#,
        ] {
            assert_eq!(
                Spec::from_json(text).unwrap_err().code(),
                Code::InvalidStrategy,
                "{text}"
            );
        }
    }
}
