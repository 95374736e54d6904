//! The form of the table.

use nt_core::{Money, Rate};
use nt_trading::{
    Bracket, Config, Costs, FillPolicy, FillSource, Fillable, Level, LimitFill, OrderId, OrderKind,
    OrderRequest, Quote, Size, Slippage, TimeInForce, Trail,
};
use serde::Deserialize;

pub const NANOS_PER_HOUR: i64 = 3_600_000_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteSituation {
    pub name: String,
    #[serde(default)]
    pub config: Rules,
    /// The fill model that gives the fills; by default the rules do.
    pub model: Option<Model>,
    #[serde(default = "six")]
    pub hours_per_step: i64,
    pub ticks: Vec<Tick>,
    pub orders: Vec<Given>,
    #[serde(default)]
    pub cancels: Vec<Cancel>,
    #[serde(default)]
    pub modifies: Vec<NewTerms>,
    pub at_end: Option<AtEnd>,
    /// Step, order, signed lots and price.
    pub fills: Vec<(usize, u32, i64, i64)>,
    /// Every order and its last status, with the reason where there is one.
    pub ends: Vec<(u32, String)>,
    pub cash: Option<String>,
}

impl QuoteSituation {
    pub fn config(&self) -> Config {
        let fills = match self.model {
            None => FillSource::Bars,
            Some(_) => FillSource::Given,
        };
        Config {
            fills,
            ..self.config.config()
        }
    }
}

const fn six() -> i64 {
    6
}

/// The fill models of the table.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// What the rules give, where touching a limit is enough.
    Rules,
    /// The middle of a quote; nothing on a trade.
    Middle,
    /// What the rules give, for half of what is left, rounded up.
    Half,
    /// Nothing on a quote, on a trade what the rules give.
    TradesAlone,
    /// A tick beyond the limit of the order.
    BeyondLimit,
}

impl Model {
    /// Price in ticks and lots.
    pub fn answer(self, fillable: &Fillable, tick: Tick) -> Option<(i64, i64)> {
        let (price, left) = (fillable.execution.ticks, fillable.lots.abs());
        match (self, tick) {
            (Self::Middle, Tick::Quote(row)) => {
                let quote = row.quote();
                Some((i64::midpoint(quote.bid?, quote.ask?), left))
            }
            (Self::Middle, Tick::Trade(..)) | (Self::TradesAlone, Tick::Quote(_)) => None,
            (Self::Rules, _) | (Self::TradesAlone, Tick::Trade(..)) => Some((price, left)),
            (Self::Half, _) => Some((price, (left + 1) / 2)),
            (Self::BeyondLimit, _) => Some((fillable.kind.limit()? + fillable.lots.signum(), left)),
        }
    }
}

/// What a step brings.
#[derive(Clone, Copy, Debug, Deserialize)]
pub enum Tick {
    #[serde(rename = "q")]
    Quote(QuoteRow),
    /// Price and lots.
    #[serde(rename = "t")]
    Trade(i64, i64),
}

/// Bid and ask, and the lots at both where they are known.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub enum QuoteRow {
    Sized(Option<i64>, Option<i64>, i64, i64),
    Bare(Option<i64>, Option<i64>),
}

impl QuoteRow {
    pub const fn quote(self) -> Quote {
        let (bid, ask, bid_lots, ask_lots) = match self {
            Self::Sized(bid, ask, bid_lots, ask_lots) => (bid, ask, bid_lots, ask_lots),
            Self::Bare(bid, ask) => (bid, ask, 0, 0),
        };
        Quote {
            bid,
            ask,
            bid_lots,
            ask_lots,
        }
    }
}

/// What differs from the defaults.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    fill_policy: Option<String>,
    limit_fill: Option<String>,
    slippage: f64,
    max_volume_share: Option<f64>,
}

impl Rules {
    pub fn config(&self) -> Config {
        let default = Config::new(Money::from_f64(100_000.0).unwrap());
        Config {
            fill_policy: match self.fill_policy.as_deref() {
                None => FillPolicy::NextOpen,
                Some("this-quote") => FillPolicy::ThisClose,
                Some(other) => panic!("{other} is no fill policy"),
            },
            limit_fill: match self.limit_fill.as_deref() {
                None => LimitFill::Through,
                Some("touch") => LimitFill::Touch,
                Some(other) => panic!("{other} is no rule for limits"),
            },
            costs: Costs {
                slippage: Slippage::Share(rate(self.slippage)),
                max_volume_share: self.max_volume_share.map(rate),
                ..Costs::default()
            },
            ..default
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub step: usize,
    lots: Option<i64>,
    target_share: Option<f64>,
    limit: Option<i64>,
    stop: Option<i64>,
    touch: Option<i64>,
    trail: Option<i64>,
    trail_limit: Option<i64>,
    time_in_force: Option<String>,
    /// In hours from the first step.
    expires_at: Option<i64>,
    #[serde(default)]
    reduce_only: bool,
    #[serde(default)]
    post_only: bool,
    stop_loss: Option<i64>,
    take_profit: Option<i64>,
    oco: Option<u32>,
    parent: Option<u32>,
}

impl Given {
    pub fn request(&self) -> OrderRequest {
        let size = match (self.lots, self.target_share) {
            (Some(lots), None) => Size::Lots(lots),
            (None, Some(share)) => Size::TargetShare(rate(share)),
            _ => panic!("an order has one size: {self:?}"),
        };
        OrderRequest {
            kind: self.kind(),
            time_in_force: self.time_in_force(),
            reduce_only: self.reduce_only,
            post_only: self.post_only,
            bracket: Bracket {
                stop_loss: self.stop_loss.map(Level::Price),
                take_profit: self.take_profit.map(Level::Price),
            },
            oco: self.oco,
            parent: self.parent.map(OrderId),
            ..OrderRequest::market(0, size)
        }
    }

    fn kind(&self) -> OrderKind {
        let trail = self.trail.map(Trail::Ticks);
        match (trail, self.trail_limit, self.touch, self.stop, self.limit) {
            (Some(trail), Some(offset), ..) => OrderKind::TrailingStopLimit { trail, offset },
            (Some(trail), ..) => OrderKind::TrailingStop { trail },
            (_, _, Some(touch), _, Some(limit)) => OrderKind::LimitIfTouched { touch, limit },
            (_, _, Some(touch), ..) => OrderKind::MarketIfTouched { touch },
            (_, _, _, Some(stop), Some(limit)) => OrderKind::StopLimit { stop, limit },
            (_, _, _, Some(stop), None) => OrderKind::Stop { stop },
            (_, _, _, None, Some(limit)) => OrderKind::Limit { limit },
            _ => OrderKind::Market,
        }
    }

    fn time_in_force(&self) -> TimeInForce {
        match (self.time_in_force.as_deref(), self.expires_at) {
            (None, None) => TimeInForce::GoodTilCancelled,
            (None, Some(hours)) => TimeInForce::GoodTilTime(hours * NANOS_PER_HOUR),
            (Some("day"), _) => TimeInForce::Day,
            (Some("ioc"), _) => TimeInForce::ImmediateOrCancel,
            (Some("fok"), _) => TimeInForce::FillOrKill,
            (Some("open"), _) => TimeInForce::AtOpen,
            (Some(other), _) => panic!("{other} is no time in force"),
        }
    }
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

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtEnd {
    CloseAtLastPrice,
}

fn rate(share: f64) -> Rate {
    Rate::from_f64(share).unwrap()
}
