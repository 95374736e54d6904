use nt_core::Rate;

use crate::Status;

/// Number of an order within its run, from 1 in order of submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderId(pub u32);

/// How much to trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Signed lots: positive buys, negative sells.
    Lots(i64),
    /// Signed share of the buying power that is free: positive buys, negative sells.
    Share(Rate),
    /// The signed position to hold, in lots.
    TargetLots(i64),
    /// The signed share of equity to hold.
    TargetShare(Rate),
}

impl Size {
    /// Whether it states a position to reach instead of a quantity to trade.
    #[must_use]
    pub const fn is_target(self) -> bool {
        matches!(self, Self::TargetLots(_) | Self::TargetShare(_))
    }
}

/// What makes an order fill. Prices in ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderKind {
    /// At the next price the fill policy gives.
    Market,
    /// At the limit or better.
    Limit {
        /// The worst acceptable price.
        limit: i64,
    },
    /// As a market order once the stop is touched.
    Stop {
        /// The trigger.
        stop: i64,
    },
    /// As a limit order once the stop is touched.
    StopLimit {
        /// The trigger.
        stop: i64,
        /// The worst acceptable price.
        limit: i64,
    },
    /// A stop that follows the best price since it became active and never goes back.
    TrailingStop {
        /// How far behind.
        trail: Trail,
    },
    /// A trailing stop that becomes a limit order.
    TrailingStopLimit {
        /// How far behind.
        trail: Trail,
        /// How far beyond the stop the limit lies, in ticks; 0 is at the stop.
        offset: i64,
    },
    /// As a market order once the price is as good as the touch.
    MarketIfTouched {
        /// The trigger: below the market for buys, above it for sells.
        touch: i64,
    },
    /// As a limit order once the price is as good as the touch.
    LimitIfTouched {
        /// The trigger: below the market for buys, above it for sells.
        touch: i64,
        /// The worst acceptable price.
        limit: i64,
    },
    /// As a market order; what the account cannot take at that price rests as a limit there.
    MarketToLimit,
}

/// How far a trailing stop lies behind the best price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trail {
    /// So many ticks.
    Ticks(i64),
    /// This share of the best price.
    Share(Rate),
}

impl OrderKind {
    /// Its number in the event log; never changes its meaning.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Market => 0,
            Self::Limit { .. } => 1,
            Self::Stop { .. } => 2,
            Self::StopLimit { .. } => 3,
            Self::TrailingStop { .. } => 4,
            Self::TrailingStopLimit { .. } => 5,
            Self::MarketIfTouched { .. } => 6,
            Self::LimitIfTouched { .. } => 7,
            Self::MarketToLimit => 8,
        }
    }

    /// The fixed trigger, if it waits for one.
    #[must_use]
    pub const fn stop(self) -> Option<i64> {
        match self {
            Self::Stop { stop } | Self::StopLimit { stop, .. } => Some(stop),
            Self::MarketIfTouched { touch } | Self::LimitIfTouched { touch, .. } => Some(touch),
            _ => None,
        }
    }

    /// How far it trails, if it does.
    #[must_use]
    pub const fn trail(self) -> Option<Trail> {
        match self {
            Self::TrailingStop { trail } | Self::TrailingStopLimit { trail, .. } => Some(trail),
            _ => None,
        }
    }

    /// Whether it follows the price instead of waiting for a better one.
    #[must_use]
    pub const fn is_stop(self) -> bool {
        matches!(
            self,
            Self::Stop { .. }
                | Self::StopLimit { .. }
                | Self::TrailingStop { .. }
                | Self::TrailingStopLimit { .. }
        )
    }

    /// The limit, if it has one.
    #[must_use]
    pub const fn limit(self) -> Option<i64> {
        match self {
            Self::Limit { limit }
            | Self::StopLimit { limit, .. }
            | Self::LimitIfTouched { limit, .. } => Some(limit),
            _ => None,
        }
    }
}

/// How long an order lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeInForce {
    /// Until it fills or is cancelled.
    #[default]
    GoodTilCancelled,
    /// Until its session closes or, without a schedule, until the end of the day (UTC) of the first
    /// bar it could fill on.
    Day,
    /// What does not fill at the first price is cancelled.
    ImmediateOrCancel,
    /// Fills whole at the first price or not at all.
    FillOrKill,
    /// Until this time, nanoseconds since the epoch, UTC: a bar that closes later is too late.
    GoodTilTime(i64),
    /// At the next open of a session or not at all.
    AtOpen,
    /// At the next close of a session or not at all.
    AtClose,
}

impl TimeInForce {
    /// Whether what does not fill at the first price is cancelled.
    #[must_use]
    pub const fn is_at_once(self) -> bool {
        matches!(self, Self::ImmediateOrCancel | Self::FillOrKill)
    }

    /// Whether it fills at the open or close of a session alone.
    #[must_use]
    pub const fn is_auction(self) -> bool {
        matches!(self, Self::AtOpen | Self::AtClose)
    }
}

/// Where an attached exit lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// At this price, in ticks.
    Price(i64),
    /// This share of the fill price away from it.
    Share(Rate),
}

/// Exits attached to an order: placed when it opens a lot, each cancelling the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bracket {
    /// Stop order that limits the loss.
    pub stop_loss: Option<Level>,
    /// Limit order that takes the profit.
    pub take_profit: Option<Level>,
}

impl Bracket {
    /// Whether there is no exit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.stop_loss.is_none() && self.take_profit.is_none()
    }
}

/// What a strategy or a user asks for, before the risk gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderRequest {
    /// Index of the instrument.
    pub instrument: u32,
    /// How much.
    pub size: Size,
    /// At what price.
    pub kind: OrderKind,
    /// For how long.
    pub time_in_force: TimeInForce,
    /// Never opens or grows a position.
    pub reduce_only: bool,
    /// Exits to attach to the lot it opens.
    pub bracket: Bracket,
    /// The one lot it is to close, by the order that opened it.
    pub lot: Option<OrderId>,
    /// Never takes liquidity: cancelled where it would at the open of its first bar.
    pub post_only: bool,
    /// Lots that an iceberg shows. Bars have no book to hide in: there its full size counts.
    pub display: Option<i64>,
    /// Its group of which one order fills; a number serves one group of a run.
    pub oco: Option<u32>,
    /// The order whose fill sends it on its way.
    pub parent: Option<OrderId>,
}

impl OrderRequest {
    /// A good-til-cancelled market order.
    #[must_use]
    pub fn market(instrument: u32, size: Size) -> Self {
        Self {
            instrument,
            size,
            kind: OrderKind::Market,
            time_in_force: TimeInForce::default(),
            reduce_only: false,
            bracket: Bracket::default(),
            lot: None,
            post_only: false,
            display: None,
            oco: None,
            parent: None,
        }
    }
}

/// An order at the venue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// Its number.
    pub id: OrderId,
    /// What was asked for; a target becomes a quantity when it is sized.
    pub request: OrderRequest,
    /// Where it stands.
    pub status: Status,
    /// Signed lots filled.
    pub filled: i64,
    /// Whether its stop was touched.
    pub triggered: bool,
    /// Number of the session it is good for, or, unless it is good till cancelled, day (UTC) of the
    /// first bar it could fill on, which that bar sets.
    pub first_day: Option<i64>,
    /// Cut to what the account can afford instead of cancelled: set for targets sized early.
    pub clip: bool,
    /// First step whose bars it meets: later than its submission where a parent's fill released it.
    pub active_from: u32,
    /// Of a trailing stop: the best price since it became active, once a bar was met.
    pub best: Option<i64>,
    /// Whether a bar's open has passed since it was placed or modified.
    pub has_rested: bool,
}

impl Order {
    /// Which side it is on. A target has none before it is sized; it is a market order, and those
    /// fill alike on both sides.
    #[must_use]
    pub const fn buys(&self) -> bool {
        match self.request.size {
            Size::Lots(lots) | Size::TargetLots(lots) => lots > 0,
            Size::Share(share) | Size::TargetShare(share) => share.raw() > 0,
        }
    }

    /// Turns a target or share into this quantity (signed lots, what filled included).
    pub(crate) const fn fix_quantity(&mut self, lots: i64) {
        if !matches!(self.request.size, Size::Lots(_)) {
            self.request.size = Size::Lots(lots);
        }
    }

    /// Whether it is the stop loss or take profit of a lot, or closes one.
    #[must_use]
    pub const fn is_exit(&self) -> bool {
        self.request.lot.is_some()
    }

    /// Whether it is the stop loss or take profit of a lot.
    pub(crate) const fn is_attached(&self) -> bool {
        self.request.lot.is_some() && !matches!(self.request.kind, OrderKind::Market)
    }

    /// Whether the venue refuses it at an open that it would trade at: a post-only order on arrival.
    /// One that has rested is met by others.
    pub(crate) const fn would_take(&self) -> bool {
        self.request.post_only && !self.has_rested
    }

    /// Place in the queue of what waits for the close.
    pub(crate) const CLOSES: u8 = 5;

    /// Place in the queue of one bar: what closes a lot at market, then stop losses, then take
    /// profits, then the stops of groups, so that they go before the limits of their group, then the
    /// rest in order of submission, and what waits for the close at the end.
    pub(crate) const fn rank(&self) -> (u8, u32) {
        let class = match (self.request.lot, self.request.kind) {
            (Some(_), OrderKind::Market) => 0,
            (Some(_), OrderKind::Limit { .. }) => 2,
            (Some(_), _) => 1,
            (None, _) if matches!(self.request.time_in_force, TimeInForce::AtClose) => Self::CLOSES,
            (None, kind) if self.request.oco.is_some() && kind.is_stop() => 3,
            (None, _) => 4,
        };
        (class, self.id.0)
    }
}
