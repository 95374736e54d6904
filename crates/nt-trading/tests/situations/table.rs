//! The form of the table.

use nt_core::{Money, Rate};
use nt_trading::{
    AccountKind, Bracket, Config, FillPolicy, Level, LimitFill, OrderId, OrderKind, OrderRequest,
    Ruin, SameBarExit, Size, Sizing, TickBar, TimeInForce,
};
use serde::Deserialize;

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
    pub orders: Vec<Given>,
    /// Orders taken back.
    #[serde(default)]
    pub cancels: Vec<Cancel>,
    /// New exits.
    #[serde(default)]
    pub exits: Vec<NewExits>,
    /// How the run ends, where it does not just stop.
    pub at_end: Option<AtEnd>,
    pub fills: Vec<Fill>,
    /// How each order ended, those that the kernel placed included.
    pub ends: Vec<End>,
    /// Cash at the end, where it tells something.
    pub cash: Option<String>,
}

const fn six() -> i64 {
    6
}

/// What differs from the defaults.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    cash: Option<f64>,
    cash_account: bool,
    margin: Option<f64>,
    this_close: bool,
    size_at_fill: bool,
    touch: bool,
    deferred: bool,
    zero_at_ruin: bool,
    fee_rate: f64,
    fee_per_fill: f64,
    spread: f64,
    slippage: f64,
    max_position: Option<i64>,
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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    pub step: usize,
    pub order: u32,
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
        let money = |units| Money::from_f64(units).unwrap();
        let rate = |share| Rate::from_f64(share).unwrap();
        let mut config = Config::new(money(self.cash.unwrap_or(100_000.0)));
        let pick = |yes, this, that| if yes { this } else { that };
        config.account = pick(self.cash_account, AccountKind::Cash, AccountKind::Margin);
        config.margin = rate(self.margin.unwrap_or(1.0));
        config.fill_policy = if self.this_close {
            FillPolicy::ThisClose
        } else {
            FillPolicy::NextOpen
        };
        config.sizing = if self.size_at_fill {
            Sizing::AtFill
        } else {
            Sizing::AtDecision
        };
        config.limit_fill = if self.touch {
            LimitFill::Touch
        } else {
            LimitFill::Through
        };
        config.same_bar_exit = if self.deferred {
            SameBarExit::Deferred
        } else {
            SameBarExit::Pessimistic
        };
        config.ruin = if self.zero_at_ruin {
            Ruin::Zero
        } else {
            Ruin::Debt
        };
        config.costs.fee_rate = rate(self.fee_rate);
        config.costs.fee_per_fill = money(self.fee_per_fill);
        config.costs.spread = rate(self.spread);
        config.costs.slippage = rate(self.slippage);
        config.limits.max_position = self.max_position;
        config
    }
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
            ..OrderRequest::market(0, self.size())
        }
    }

    fn size(&self) -> Size {
        let rate = |share| Rate::from_f64(share).unwrap();
        match (self.lots, self.target_lots, self.share, self.target_share) {
            (Some(lots), None, None, None) => Size::Lots(lots),
            (None, Some(lots), None, None) => Size::TargetLots(lots),
            (None, None, Some(share), None) => Size::Share(rate(share)),
            (None, None, None, Some(share)) => Size::TargetShare(rate(share)),
            _ => panic!("an order has one size: {self:?}"),
        }
    }

    const fn kind(&self) -> OrderKind {
        match (self.stop, self.limit) {
            (None, None) => OrderKind::Market,
            (None, Some(limit)) => OrderKind::Limit { limit },
            (Some(stop), None) => OrderKind::Stop { stop },
            (Some(stop), Some(limit)) => OrderKind::StopLimit { stop, limit },
        }
    }

    fn time_in_force(&self) -> TimeInForce {
        match self.time_in_force.as_deref() {
            None => TimeInForce::GoodTilCancelled,
            Some("day") => TimeInForce::Day,
            Some("ioc") => TimeInForce::ImmediateOrCancel,
            Some("fok") => TimeInForce::FillOrKill,
            Some(other) => panic!("{other} is no time in force"),
        }
    }
}
