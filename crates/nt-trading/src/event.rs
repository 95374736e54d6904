use nt_core::Rate;

use crate::{OrderId, OrderRequest, Quote, TickBar};

/// What the kernel is told. Commands and market data alike; nothing else changes its state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A step of time begins: every bar that follows closes at this time.
    Step {
        /// Number of the step, from 0.
        step: u32,
        /// Nanoseconds since the epoch, UTC.
        time: i64,
    },
    /// How much was traded in the bar that the next event is of. Only needed where costs depend on
    /// it; see [`Costs::needs_volume`](crate::Costs::needs_volume).
    Volume {
        /// Index of the instrument.
        instrument: u32,
        /// In lots.
        lots: i64,
    },
    /// A bar of one instrument closed: working orders are matched against it.
    Bar {
        /// Index of the instrument.
        instrument: u32,
        /// Its prices.
        bar: TickBar,
    },
    /// The best prices of one instrument changed: working orders are matched against them. An
    /// instrument has either bars, or quotes and trades.
    Quote {
        /// Index of the instrument.
        instrument: u32,
        /// What stands from now on.
        quote: Quote,
    },
    /// Others traded an instrument. Where it has quotes, resting limits are matched against the
    /// trade; where it has none, every order is.
    Trade {
        /// Index of the instrument.
        instrument: u32,
        /// In ticks.
        price: i64,
        /// Lots traded, at least 0: more are not filled.
        lots: i64,
    },
    /// A bar of one instrument closed while no order was working: only its last price counts.
    Price {
        /// Index of the instrument.
        instrument: u32,
        /// In ticks.
        price: i64,
    },
    /// Whether the bars that follow in this step are the first or last of their session. Until it is
    /// said, a bar is a session of its own, as a daily one is.
    Session {
        /// Their opens are those of the session.
        opens: bool,
        /// Their closes are those of the session.
        closes: bool,
    },
    /// All bars of the step are in: marks are struck and ruin is looked for.
    StepClosed,
    /// The strategy or the user wants something.
    Command(Command),
}

/// What a strategy or a user can want.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// A new order.
    Submit(OrderRequest),
    /// One order taken back.
    Cancel(OrderId),
    /// New terms for a working order.
    Modify {
        /// Its number.
        order: OrderId,
        /// What is new.
        change: Change,
    },
    /// Every order of an instrument taken back, except the exits of open lots.
    CancelAll {
        /// Index of the instrument.
        instrument: u32,
    },
    /// A part of a position closed at market.
    Close {
        /// Index of the instrument.
        instrument: u32,
        /// The one lot to close, by the order that opened it; `None` closes all.
        lot: Option<OrderId>,
        /// The part of what is open.
        portion: Rate,
    },
    /// New exits for the lot that this order opened.
    SetExits {
        /// Index of the instrument.
        instrument: u32,
        /// The order that opened the lot.
        lot: OrderId,
        /// The stop loss.
        stop_loss: ExitMove,
        /// The take profit.
        take_profit: ExitMove,
    },
}

/// What happens to an exit of an open lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitMove {
    /// It stays as it is.
    Keep,
    /// It is taken back.
    Remove,
    /// It goes to this price, in ticks.
    To(i64),
}

/// New terms of an order; what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Lots in all, filled ones included, without sign: the side stays.
    pub quantity: Option<i64>,
    /// Limit, in ticks.
    pub limit: Option<i64>,
    /// Stop or touch, in ticks.
    pub stop: Option<i64>,
}
