//! The form of the table.

use nt_core::{Money, Rate};
use nt_trading::costs::{FeeLimits, FeeModel, PerUnitFee};
use nt_trading::{
    AccountKind, Bracket, Config, Costs, Event, Fees, FillPolicy, Level, LimitFill, OrderId,
    OrderKind, OrderRequest, RiskLimits, Ruin, Size, Sizing, Slippage, SplitRatio, StopRule,
    Symbol, TargetSizing, TickBar, TimeInForce, Trail,
};
use serde::Deserialize;

pub const NANOS_PER_HOUR: i64 = 3_600_000_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    pub name: String,
    #[serde(default)]
    pub config: Rules,
    #[serde(default = "six")]
    pub hours_per_step: i64,
    /// Open, high, low and close of each step, in ticks.
    pub bars: Vec<[i64; 4]>,
    /// Lots traded in each step, where they matter.
    #[serde(default)]
    pub volumes: Vec<i64>,
    /// Bid and ask at the close of each step, where they matter; the close where there is none.
    #[serde(default)]
    pub quotes: Vec<Option<[i64; 2]>>,
    pub orders: Vec<Given>,
    /// Orders taken back.
    #[serde(default)]
    pub cancels: Vec<Cancel>,
    /// New terms.
    #[serde(default)]
    pub modifies: Vec<NewTerms>,
    /// Steps whose bar does not begin, or does not end, its session.
    #[serde(default)]
    pub sessions: Vec<WithinSession>,
    /// What the company does before the bar of a step.
    #[serde(default)]
    pub actions: Vec<GivenAction>,
    /// New exits.
    #[serde(default)]
    pub exits: Vec<NewExits>,
    /// How the run ends, where it does not just stop.
    pub at_end: Option<AtEnd>,
    pub fills: Vec<Fill>,
    /// How each order ended, those that the kernel placed included.
    pub ends: Vec<End>,
    /// Changes that were refused, in their order.
    #[serde(default)]
    pub refused_changes: Vec<End>,
    /// Cash at the end, where it tells something.
    pub cash: Option<String>,
    /// Lots held at the end, likewise.
    pub held: Option<i64>,
}

const fn six() -> i64 {
    6
}

/// What differs from the defaults.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// `lean`: the rules of that profile, of which the others here do not differ.
    profile: Option<String>,
    cash: Option<f64>,
    margin: Option<f64>,
    account: Option<String>,
    fill_policy: Option<String>,
    sizing: Option<String>,
    limit_fill: Option<String>,
    ruin: Option<String>,
    fee_rate: f64,
    fee_per_fill: f64,
    spread: f64,
    slippage: f64,
    max_volume_share: Option<f64>,
    max_position: Option<i64>,
    max_order_quantity: Option<i64>,
    max_order_notional: Option<f64>,
    adjust_orders_for_dividends: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub step: usize,
    lots: Option<i64>,
    target_lots: Option<i64>,
    share: Option<f64>,
    target_share: Option<f64>,
    limit: Option<i64>,
    stop: Option<i64>,
    time_in_force: Option<String>,
    #[serde(default)]
    reduce_only: bool,
    stop_loss: Option<i64>,
    take_profit: Option<i64>,
    /// The lot to close, by the order that opened it.
    lot: Option<u32>,
    trail: Option<i64>,
    trail_share: Option<f64>,
    /// Of a trailing stop: makes it a trailing stop-limit.
    trail_limit: Option<i64>,
    touch: Option<i64>,
    #[serde(default)]
    to_limit: bool,
    #[serde(default)]
    post_only: bool,
    display: Option<i64>,
    oco: Option<u32>,
    parent: Option<u32>,
    /// In hours from the first step.
    expires_at: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    pub step: usize,
    pub order: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewTerms {
    pub step: usize,
    pub order: u32,
    pub quantity: Option<i64>,
    pub limit: Option<i64>,
    pub stop: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithinSession {
    pub step: usize,
    pub opens: bool,
    pub closes: bool,
}

/// One of the four.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenAction {
    pub step: usize,
    /// New shares and old ones.
    split: Option<[i64; 2]>,
    /// Money per unit.
    dividend: Option<f64>,
    #[serde(default)]
    delisted: bool,
    /// Of a delisting: money per unit, the last price where it is not given.
    payment: Option<f64>,
    symbol: Option<String>,
}

impl GivenAction {
    pub fn event(&self) -> Event {
        let instrument = 0;
        match (self.split, self.dividend, &self.symbol) {
            (Some([new, old]), None, None) => Event::Split {
                instrument,
                ratio: SplitRatio::new(new, old).unwrap(),
            },
            (None, Some(amount), None) => Event::Dividend {
                instrument,
                amount: money(amount),
            },
            (None, None, Some(symbol)) => Event::Renamed {
                instrument,
                symbol: Symbol::new(symbol).unwrap(),
            },
            (None, None, None) if self.delisted => Event::Delisted {
                instrument,
                payment: self.payment.map(money),
            },
            _ => panic!("an action is one thing: {self:?}"),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewExits {
    pub step: usize,
    pub lot: u32,
    pub stop_loss: Option<i64>,
    pub take_profit: Option<i64>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtEnd {
    CloseAtLastPrice,
    CloseLotsAtLastOpen,
}

/// A fill: its step, order, signed lots and price.
#[derive(Debug, Deserialize, PartialEq)]
pub struct Fill(pub usize, pub u32, pub i64, pub i64);

/// An order and its last status, with the reason where there is one.
#[derive(Debug, Deserialize, PartialEq)]
pub struct End(pub u32, pub String);

impl Situation {
    pub fn bar(&self, step: usize) -> TickBar {
        let [open, high, low, close] = self.bars[step];
        assert!(
            low <= open.min(close) && high >= open.max(close),
            "bar {step} of {}",
            self.name
        );
        TickBar {
            open,
            high,
            low,
            close,
        }
    }
}

impl Rules {
    pub fn config(&self) -> Config {
        let default = match self.profile.as_deref() {
            None => Config::new(money(self.cash.unwrap_or(100_000.0))),
            Some("lean") => lean(self.cash.unwrap_or(100_000.0)),
            Some(other) => panic!("{other} is no profile of the table"),
        };
        Config {
            account: named(
                self.account.as_ref(),
                "cash",
                AccountKind::Cash,
                default.account,
            ),
            margin: self.margin.map_or(default.margin, rate),
            costs: if self.profile.is_some() {
                default.costs
            } else {
                self.costs()
            },
            fill_policy: match self.fill_policy.as_deref() {
                None => default.fill_policy,
                Some("next-open") => FillPolicy::NextOpen,
                Some("this-close") => FillPolicy::ThisClose,
                Some("quote") => FillPolicy::Quote,
                Some(other) => panic!("{other} is no fill policy"),
            },
            sizing: named(
                self.sizing.as_ref(),
                "at-fill",
                Sizing::AtFill,
                default.sizing,
            ),
            limit_fill: named(
                self.limit_fill.as_ref(),
                "touch",
                LimitFill::Touch,
                default.limit_fill,
            ),
            ruin: named(self.ruin.as_ref(), "zero", Ruin::Zero, default.ruin),
            adjust_orders_for_dividends: self.adjust_orders_for_dividends,
            limits: RiskLimits {
                max_position: self.max_position,
                max_order_quantity: self.max_order_quantity,
                max_order_notional: self.max_order_notional.map(money),
                ..default.limits
            },
            ..default
        }
    }

    fn costs(&self) -> Costs {
        Costs {
            fees: Fees::plain(rate(self.fee_rate), money(self.fee_per_fill)),
            spread: rate(self.spread),
            slippage: Slippage::Share(rate(self.slippage)),
            max_volume_share: self.max_volume_share.map(rate),
        }
    }
}

/// The rules of the profile `lean` on bars shorter than a day.
fn lean(cash: f64) -> Config {
    let limits = FeeLimits {
        minimum: money(1.0),
        maximum: None,
        maximum_share: Some(rate(0.005)),
        minimum_prevails: true,
    };
    let per_unit = money(0.005);
    Config {
        margin: rate(0.5),
        costs: Costs {
            fees: Fees {
                model: FeeModel::PerUnit(PerUnitFee { per_unit }),
                limits: Some(limits),
                sales: None,
            },
            ..Costs::default()
        },
        fill_policy: FillPolicy::ThisClose,
        target_sizing: TargetSizing::StepDown,
        cash_reserve: rate(0.0025),
        minimum_order_margin: rate(0.001),
        limit_fill: LimitFill::Cross,
        stop_rule: StopRule::Close,
        ..Config::new(money(cash))
    }
}

/// The rule that goes by this name, or the default where none is named.
fn named<T>(given: Option<&String>, name: &str, rule: T, default: T) -> T {
    match given {
        None => default,
        Some(given) if given == name => rule,
        Some(other) => panic!("{other} is no rule: only {name} differs from the default"),
    }
}

fn money(units: f64) -> Money {
    Money::from_f64(units).unwrap()
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}

impl Given {
    pub fn request(&self) -> OrderRequest {
        OrderRequest {
            kind: self.kind(),
            time_in_force: self.time_in_force(),
            reduce_only: self.reduce_only,
            bracket: Bracket {
                stop_loss: self.stop_loss.map(Level::Price),
                take_profit: self.take_profit.map(Level::Price),
            },
            lot: self.lot.map(OrderId),
            post_only: self.post_only,
            display: self.display,
            oco: self.oco,
            parent: self.parent.map(OrderId),
            ..OrderRequest::market(0, self.size())
        }
    }

    fn size(&self) -> Size {
        match (self.lots, self.target_lots, self.share, self.target_share) {
            (Some(lots), None, None, None) => Size::Lots(lots),
            (None, Some(lots), None, None) => Size::TargetLots(lots),
            (None, None, Some(share), None) => Size::Share(rate(share)),
            (None, None, None, Some(share)) => Size::TargetShare(rate(share)),
            _ => panic!("an order has one size: {self:?}"),
        }
    }

    fn kind(&self) -> OrderKind {
        let trail = self.trail.map(Trail::Ticks);
        let trail = trail.or(self.trail_share.map(|share| Trail::Share(rate(share))));
        match (trail, self.trail_limit, self.touch, self.limit) {
            (Some(trail), Some(offset), ..) => OrderKind::TrailingStopLimit { trail, offset },
            (Some(trail), None, ..) => OrderKind::TrailingStop { trail },
            (_, _, Some(touch), Some(limit)) => OrderKind::LimitIfTouched { touch, limit },
            (_, _, Some(touch), None) => OrderKind::MarketIfTouched { touch },
            _ if self.to_limit => OrderKind::MarketToLimit,
            _ => self.plain_kind(),
        }
    }

    const fn plain_kind(&self) -> OrderKind {
        match (self.stop, self.limit) {
            (None, None) => OrderKind::Market,
            (None, Some(limit)) => OrderKind::Limit { limit },
            (Some(stop), None) => OrderKind::Stop { stop },
            (Some(stop), Some(limit)) => OrderKind::StopLimit { stop, limit },
        }
    }

    fn time_in_force(&self) -> TimeInForce {
        match self.time_in_force.as_deref() {
            None => self
                .expires_at
                .map_or(TimeInForce::GoodTilCancelled, |hours| {
                    TimeInForce::GoodTilTime(hours * NANOS_PER_HOUR)
                }),
            Some("day") => TimeInForce::Day,
            Some("ioc") => TimeInForce::ImmediateOrCancel,
            Some("fok") => TimeInForce::FillOrKill,
            Some("open") => TimeInForce::AtOpen,
            Some("close") => TimeInForce::AtClose,
            Some(other) => panic!("{other} is no time in force"),
        }
    }
}
