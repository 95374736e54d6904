use nt_core::{Code, Error, Rate, Result};
use nt_math::or_into;
use nt_trading::{Bracket, Level, OrderRequest, Size};

use super::comparisons::Comparisons;
use super::signal::Signal;
use super::spec::{Action, Rule, Side};

/// The rules of a strategy over all bars: when each holds, and the order it gives.
#[derive(Clone, Debug)]
pub struct Signals {
    pub(super) rules: Vec<(Signal, OrderRequest)>,
    /// Bars at which some rule may hold.
    pub(super) candidates: Vec<u64>,
    /// Whether some rule attaches exits, which look at the range of bars.
    pub(super) has_exits: bool,
}

impl Signals {
    /// Of rules over the columns of a graph, by node.
    ///
    /// # Errors
    /// `INVALID_STRATEGY` where an action is out of range or a rule reads a node that is not there.
    pub fn of(rules: &[Rule], nodes: Vec<&[f64]>, bars: usize) -> Result<Self> {
        Self::by(rules, Comparisons::new(nodes, bars))
    }

    /// The same by comparisons of which some are made.
    ///
    /// # Errors
    /// As [`Signals::of`].
    pub fn by(rules: &[Rule], mut comparisons: Comparisons<'_>) -> Result<Self> {
        let bars = comparisons.bars();
        let rules = rules
            .iter()
            .map(|rule| {
                let signal = Signal::of(&rule.when, &mut comparisons)?;
                Ok((signal, request(rule.then)?))
            })
            .collect::<Result<Vec<_>>>()?;
        let mut candidates = vec![0; bars.div_ceil(64)];
        for (signal, _) in &rules {
            or_into(&mut candidates, &signal.candidates(bars));
        }
        let has_exits = rules
            .iter()
            .any(|(_, request): &(Signal, OrderRequest)| !request.bracket.is_empty());
        Ok(Self {
            rules,
            candidates,
            has_exits,
        })
    }
}

impl Signals {
    /// Bars at which some rule may hold.
    pub fn candidates(&self) -> &[u64] {
        &self.candidates
    }

    /// The rules that hold at a bar, given the position, by place.
    pub fn holding(&self, bar: usize, side: Side) -> impl Iterator<Item = usize> {
        let holds = move |(place, (signal, _)): (usize, &(Signal, OrderRequest))| {
            signal.holds(bar, side).then_some(place)
        };
        self.rules.iter().enumerate().filter_map(holds)
    }
}

/// The market order of a rule.
///
/// # Errors
/// `INVALID_STRATEGY` naming the field that is out of range.
pub fn request(action: Action) -> Result<OrderRequest> {
    let exit = |field, value: Option<f64>, below| {
        let level = |value| rate(field, value, 0.0, below).map(Level::Share);
        value.map(level).transpose()
    };
    let share = rate("targetPercent", action.target_percent, -1000.0, 1000.0)?;
    Ok(OrderRequest {
        bracket: Bracket {
            stop_loss: exit("stopLoss", action.stop_loss, 1.0)?,
            take_profit: exit("takeProfit", action.take_profit, 1000.0)?,
        },
        ..OrderRequest::market(0, Size::TargetShare(share))
    })
}

fn rate(field: &'static str, value: f64, above: f64, below: f64) -> Result<Rate> {
    let within = value > above && value < below;
    within
        .then(|| Rate::from_f64(value))
        .flatten()
        .ok_or_else(|| {
            let message =
                format!("{field} is {value}: give a number above {above} and below {below}");
            Error::new(Code::InvalidStrategy, message).with("field", field)
        })
}
