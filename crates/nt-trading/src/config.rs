use nt_core::{Code, Error, Instrument, Money, Rate, Result};

use crate::{Costs, Currencies, Financing, Maintenance, RiskLimits};

/// The rules of a run: account, costs, fills and limits. Plain data; printed on every report.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Cash at the start.
    pub cash: Money,
    /// What the account may do.
    pub account: AccountKind,
    /// Initial margin as a share of the position's value: 1 without leverage, 0.1 for tenfold.
    pub margin: Rate,
    /// What the account must be worth to keep its positions; `None` asks nothing of it.
    pub maintenance: Option<Maintenance>,
    /// What debts and shorts cost; `None` is nothing.
    pub financing: Option<Financing>,
    /// Business days until the proceeds of a sale can be spent, in a cash account; 0 is at once.
    pub settlement_days: u32,
    /// The currencies of the instruments, where they are not all in that of the account.
    pub currencies: Currencies,
    /// Fees, spread and slippage.
    pub costs: Costs,
    /// When a market order decided at the close of a bar fills.
    pub fill_policy: FillPolicy,
    /// What decides the price and quantity of a fill.
    pub fills: FillSource,
    /// When the quantity of a target order is fixed.
    pub sizing: Sizing,
    /// How a target share of equity is turned into a quantity.
    pub target_sizing: TargetSizing,
    /// Share of equity that a target share leaves free.
    pub cash_reserve: Rate,
    /// Least change of initial margin, as a share of equity, for which a target share trades; a target
    /// of nothing always does.
    pub minimum_order_margin: Rate,
    /// How the orders of a bar are matched.
    pub matching: Matching,
    /// What a limit order needs to fill within a bar.
    pub limit_fill: LimitFill,
    /// Where stop-limit and trailing stop orders fill within a bar.
    pub stop_rule: StopRule,
    /// What happens when equity is gone.
    pub ruin: Ruin,
    /// Whether a cash dividend lowers the limits of working buy orders and the stops of working sell
    /// orders, as US exchanges do with orders that are good until cancelled.
    pub adjust_orders_for_dividends: bool,
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
            maintenance: None,
            financing: None,
            settlement_days: 0,
            currencies: Currencies::default(),
            costs: Costs::default(),
            fill_policy: FillPolicy::NextOpen,
            fills: FillSource::Bars,
            sizing: Sizing::AtDecision,
            target_sizing: TargetSizing::WithinShare,
            cash_reserve: Rate::ZERO,
            minimum_order_margin: Rate::ZERO,
            matching: Matching::Path,
            limit_fill: LimitFill::Through,
            stop_rule: StopRule::Path,
            ruin: Ruin::Debt,
            adjust_orders_for_dividends: false,
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
        } else if self.fills == FillSource::Given && !self.can_be_given_fills() {
            let message = "a fill model goes with next-open fills, and not with the profile backtesting.py: leave out fillPolicy and profile";
            Some(("fillModel", message.to_owned()))
        } else {
            let in_queue = matches!(self.matching, Matching::Queue(_));
            let queued = in_queue.then(|| self.fault_in_queue()).flatten();
            self.costs
                .fault()
                .or_else(|| part_fault("cashReserve", self.cash_reserve))
                .or_else(|| part_fault("minimumOrderMargin", self.minimum_order_margin))
                .or(queued)
                .or_else(|| self.account_fault())
        };
        match fault {
            None => Ok(()),
            Some((field, message)) => {
                Err(Error::new(Code::InvalidArgument, message).with("field", field))
            }
        }
    }

    /// What [`Matching::Queue`] has no rule for.
    fn fault_in_queue(&self) -> Option<(&'static str, String)> {
        let field = if self.fill_policy == FillPolicy::Quote {
            "fillPolicy"
        } else if self.cash_reserve != Rate::ZERO {
            "cashReserve"
        } else if self.minimum_order_margin != Rate::ZERO {
            "minimumOrderMargin"
        } else if self.target_sizing != TargetSizing::WithinShare {
            "targetSizing"
        } else if self.stop_rule != StopRule::Path {
            "stopRule"
        } else {
            return self.costs.fault_in_queue();
        };
        let message =
            format!("{field} does not go with the profile backtesting.py: take another profile");
        Some((field, message))
    }
}

fn part_fault(name: &'static str, share: Rate) -> Option<(&'static str, String)> {
    (share < Rate::ZERO || share >= Rate::ONE).then(|| {
        let value = share.to_f64();
        let message = format!("{name} is {value}: give a share from 0 up to below 1");
        (name, message)
    })
}

impl Config {
    const fn can_be_given_fills(&self) -> bool {
        matches!(self.matching, Matching::Path) && matches!(self.fill_policy, FillPolicy::NextOpen)
    }

    /// Checks what depends on the instruments.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` naming the field.
    pub(crate) fn validate_for(&self, instruments: &[Instrument]) -> Result<()> {
        let has_foreign = !self.currencies.foreign.is_empty();
        let in_queue = matches!(self.matching, Matching::Queue(_));
        let fault = if has_foreign && (in_queue || self.settlement_days > 0) {
            let message =
                "several currencies need the profile neural-trader without settlement days";
            Some(("currencies", message.to_owned()))
        } else {
            self.currencies.fault(instruments)
        };
        fault.map_or(Ok(()), |(field, message)| {
            Err(Error::new(Code::InvalidArgument, message).with("field", field))
        })
    }

    /// What is wrong with the terms of the account beyond its initial margin.
    fn account_fault(&self) -> Option<(&'static str, String)> {
        let owns = self.account == AccountKind::Cash;
        let in_queue = matches!(self.matching, Matching::Queue(_));
        let settles = self.settlement_days > 0;
        let wrong = |field, message: &str| Some((field, message.to_owned()));
        if in_queue && self.is_attended() {
            wrong(
                "matching",
                "margin calls, financing and settlement need the profile neural-trader",
            )
        } else if owns && self.maintenance.is_some() {
            wrong(
                "maintenance",
                "a cash account has no maintenance margin: give a margin account",
            )
        } else if !owns && settles {
            wrong(
                "settlementDays",
                "sales of a margin account can be spent at once: give a cash account",
            )
        } else if self.settlement_days > MOST_SETTLEMENT_DAYS {
            let days = self.settlement_days;
            let message = format!("settlementDays is {days}: give at most {MOST_SETTLEMENT_DAYS}");
            Some(("settlementDays", message))
        } else {
            let maintenance = self.maintenance.as_ref();
            let financing = self.financing.as_ref();
            maintenance
                .and_then(|maintenance| maintenance.fault(self.margin))
                .or_else(|| financing.and_then(Financing::fault))
        }
    }

    /// Whether the account is looked after between its orders: held to a maintenance margin, charged
    /// interest or settled.
    pub(crate) const fn is_attended(&self) -> bool {
        self.maintenance.is_some() || self.financing.is_some() || self.settlement_days > 0
    }
}

/// The longest settlement, in business days.
const MOST_SETTLEMENT_DAYS: u32 = 30;

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
    /// On bars, at the bid and ask of the close on which it was decided: buys at the ask, sells at the
    /// bid; where the bar came without an [`Event::BidAsk`](crate::Event::BidAsk), at its close. On
    /// quotes the same as [`Self::ThisClose`], whose far side is these prices.
    Quote,
}

/// What decides the price and quantity of a fill on a bar, quote or trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillSource {
    /// The path of the bar, or the quote or trade itself.
    Bars,
    /// A model outside the kernel. It is asked about the orders that a bar, quote or trade could fill, a
    /// touched limit among them, and gives fills before that is matched; an order that is given none
    /// waits. Everything else is the kernel's: expiry, triggers, groups, limits, costs, the sizes of
    /// quotes and trades, what the account can pay for, and orders at a close. Exits of what a bar
    /// opened are asked about on the next bar.
    Given,
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

/// How a target share of equity is turned into a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetSizing {
    /// What is opened costs, its fee included, at most the share of equity; the fee of what is closed
    /// before comes off the equity.
    WithinShare,
    /// The most lots of which the share of equity less the order's whole fee pays the value, found by
    /// stepping down from those that the share pays without a fee, as LEAN does.
    StepDown,
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
/// limit or better, unless the rule says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitFill {
    /// The price must trade through the limit: at the limit itself the order stands in a queue.
    Through,
    /// Touching the limit is enough.
    Touch,
    /// The price must trade through the limit, also where the bar opens at it, as in LEAN.
    Cross,
}

/// Where stop-limit and trailing stop orders fill within a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopRule {
    /// Where the path of the bar lets them: at the stop, over a gap at the open, or at the limit.
    Path,
    /// Judged by the close, as in LEAN. A trailing stop fills at the worse of its stop and the close. A
    /// stop-limit is triggered by a price beyond its stop and fills where the close is better than its
    /// limit: at the limit, or at the worst price of the bar where that is better than the limit.
    Close,
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
