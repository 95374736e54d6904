use nt_core::{Code, Error, Money, Rate, Result};

use crate::{Costs, RiskLimits};

/// The rules of a run: account, costs, fills and limits. Plain data; printed on every report.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Cash at the start.
    pub cash: Money,
    /// What the account may do.
    pub account: AccountKind,
    /// Initial margin as a share of the position's value: 1 without leverage, 0.1 for tenfold.
    pub margin: Rate,
    /// Fees, spread and slippage.
    pub costs: Costs,
    /// When a market order decided at the close of a bar fills.
    pub fill_policy: FillPolicy,
    /// When the quantity of a target order is fixed.
    pub sizing: Sizing,
    /// How a share of the buying power accounts for the fee per fill.
    pub fixed_fee_sizing: FixedFeeSizing,
    /// How the orders of a bar are matched.
    pub matching: Matching,
    /// What a limit order needs to fill within a bar.
    pub limit_fill: LimitFill,
    /// Whether an exit attached to an order can fill in the bar of its entry.
    pub same_bar_exit: SameBarExit,
    /// What happens when equity is gone.
    pub ruin: Ruin,
    /// The limits of the risk gate.
    pub limits: RiskLimits,
}

impl Config {
    /// Our defaults: a margin account without leverage, no costs, next-open fills.
    #[must_use]
    pub fn new(cash: Money) -> Self {
        Self {
            cash,
            account: AccountKind::Margin,
            margin: Rate::ONE,
            costs: Costs::default(),
            fill_policy: FillPolicy::NextOpen,
            sizing: Sizing::AtDecision,
            fixed_fee_sizing: FixedFeeSizing::PerFill,
            matching: Matching::Path,
            limit_fill: LimitFill::Through,
            same_bar_exit: SameBarExit::Pessimistic,
            ruin: Ruin::Debt,
            limits: RiskLimits::default(),
        }
    }

    /// Checks the ranges.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` naming the field.
    pub fn validate(&self) -> Result<()> {
        let fault = if self.cash <= Money::ZERO {
            Some((
                "cash",
                format!("cash is {}: a run needs some, give more than 0", self.cash),
            ))
        } else if self.margin <= Rate::ZERO || self.margin > Rate::ONE {
            let margin = self.margin.to_f64();
            Some((
                "margin",
                format!("margin is {margin}: give a share above 0 and at most 1"),
            ))
        } else if self.account == AccountKind::Cash && self.margin != Rate::ONE {
            let message = "a cash account has no leverage: give a margin of 1 or a margin account";
            Some(("margin", message.to_owned()))
        } else {
            let in_queue = matches!(self.matching, Matching::Queue(_));
            let queued = in_queue.then(|| self.costs.fault_in_queue()).flatten();
            self.costs.fault().or(queued)
        };
        match fault {
            None => Ok(()),
            Some((field, message)) => {
                Err(Error::new(Code::InvalidArgument, message).with("field", field))
            }
        }
    }
}

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountKind {
    /// Buys with its own cash; cannot sell short.
    Cash,
    /// Longs and shorts against an initial margin.
    Margin,
}

/// When a market order decided at the close of a bar, or after a quote, fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillPolicy {
    /// At the open of the next bar, or the far side of the next quote.
    NextOpen,
    /// At the close on which it was decided, or the far side of the quote in force.
    ThisClose,
}

/// When the quantity of a target order is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// From the close and the equity at the decision, as a live broker would be told; what the
    /// account cannot afford at the fill is cut off.
    AtDecision,
    /// From the price and the equity at the fill.
    AtFill,
}

/// How a share of the buying power accounts for the fee per fill when it is turned into a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixedFeeSizing {
    /// Once.
    PerFill,
    /// Once for each unit, over the share, as backtesting.py does: far fewer units than affordable.
    PerUnit,
}

/// How the orders of a bar are matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// Exits first, then the rest in order of submission; each as far as the path of the bar allows.
    Path,
    /// One queue, lot by lot, as backtesting.py does.
    Queue(QueueRules),
}

impl Matching {
    /// Whether lots of both sides can be open at once.
    #[must_use]
    pub const fn is_hedging(self) -> bool {
        matches!(self, Self::Queue(QueueRules { hedging: true, .. }))
    }
}

/// The rules of [`Matching::Queue`].
///
/// Stop losses and what closes a lot stand at the front of the queue, the newest first; everything
/// else stands behind in order of submission. The queue is passed once a bar, and again when a market
/// order opened a lot with exits. Positions are worth the bar's close while its orders fill, each lot
/// pays its own fee per fill, and an account that is ruined closes every other lot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueRules {
    /// An order opens a lot whatever is held; only what names a lot closes it.
    pub hedging: bool,
    /// A new order closes every lot and takes waiting orders back: every other one of them.
    pub exclusive: bool,
}

/// What a limit order needs to fill within a bar. At the open it fills when the open is at the
/// limit or better, under either rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitFill {
    /// The price must trade through the limit: at the limit itself the order stands in a queue.
    Through,
    /// Touching the limit is enough.
    Touch,
}

/// Whether an exit attached to an order can fill in the bar of its entry. After a market entry at
/// the open the whole bar counts, under either rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameBarExit {
    /// After a stop or limit entry the stop loss counts as hit when the bar touched it, and the
    /// take profit only where the path leaves no doubt.
    Pessimistic,
    /// After a stop or limit entry exits wait for the next bar, except a take profit beyond a stop
    /// entry whose stop loss was not touched.
    Deferred,
}

/// What happens when equity at a close is zero or below: everything is closed at that close and
/// nothing is traded any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruin {
    /// The account keeps what it owes.
    Debt,
    /// The account is set to zero.
    Zero,
}
