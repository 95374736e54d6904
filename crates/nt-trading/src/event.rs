use nt_core::{Money, Rate};

use crate::{
    CurrencyCode, OrderId, OrderRequest, Quote, SessionPlace, SplitRatio, Symbol, TickBar,
};

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
    /// Bid and ask at the close of the bar that the next event is of. They stand until the next, so
    /// an instrument that has had them gets them with each bar. Only needed under
    /// [`FillPolicy::Quote`](crate::FillPolicy::Quote).
    BidAsk {
        /// Index of the instrument.
        instrument: u32,
        /// What a sale gets, in ticks.
        bid: i64,
        /// What a purchase pays, in ticks.
        ask: i64,
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
    /// A bar of this step that is still to be matched: one part of a rebalance fills at its open. The
    /// first part is shown every bar of the step before the second; see [`Kernel::awaits_basket`].
    ///
    /// [`Kernel::awaits_basket`]: crate::Kernel::awaits_basket
    Basket {
        /// Index of the instrument.
        instrument: u32,
        /// Its prices.
        bar: TickBar,
        /// Which orders fill.
        part: BasketPart,
    },
    /// Where the bars that follow in this step stand in their session, until it is said again. Before
    /// it is said, a bar is a session of its own, as a daily one is.
    Session(SessionPlace),
    /// Shares were split since the last bar of the instrument; comes before its next one. Positions and
    /// working orders are restated.
    Split {
        /// Index of the instrument.
        instrument: u32,
        /// New shares for old ones.
        ratio: SplitRatio,
    },
    /// An ex-date: whoever held at the last bar of the instrument is paid; comes before its next one.
    Dividend {
        /// Index of the instrument.
        instrument: u32,
        /// Money per unit.
        amount: Money,
    },
    /// Trading in an instrument ended: its position is paid out, its orders are cancelled and new ones
    /// denied.
    Delisted {
        /// Index of the instrument.
        instrument: u32,
        /// Money per unit; `None` is the last price.
        payment: Option<Money>,
    },
    /// An instrument goes on under another symbol.
    Renamed {
        /// Index of the instrument.
        instrument: u32,
        /// The new symbol.
        symbol: Symbol,
    },
    /// An instrument whose expiry is reached trades no more: what is held is settled, what works
    /// expires.
    Settle {
        /// Index of the instrument.
        instrument: u32,
        /// Its settlement price in its own ticks; of an option, the price of the underlying.
        price: i64,
    },
    /// Longs pay shorts this share of the value of their position at its last price, or take it.
    Funding {
        /// Index of the instrument.
        instrument: u32,
        /// Positive where longs pay.
        rate: Rate,
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
    /// The signed share of equity that the next rebalance brings an instrument to.
    Weigh {
        /// Index of the instrument.
        instrument: u32,
        /// Positive long, negative short, zero closed.
        share: Rate,
    },
    /// Every position traded to its weight; see [`Command::Weigh`].
    Rebalance(Rebalance),
    /// What a fill model gives to an order on the bar, quote or trade that is matched next; see
    /// [`FillSource::Given`](crate::FillSource::Given).
    Fill {
        /// Its number.
        order: OrderId,
        /// In ticks, before slippage and spread.
        price: i64,
        /// At most so many lots, without sign.
        lots: i64,
    },
    /// Cash of one currency turned into another; `None` is the base currency.
    Convert {
        /// The currency to give away.
        from: Option<CurrencyCode>,
        /// The currency to get.
        to: Option<CurrencyCode>,
        /// How much of the first, above zero.
        amount: Money,
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

/// The orders of a rebalance that fill together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasketPart {
    /// Those that only reduce a position: they free what the others need.
    Closing,
    /// Those that open or grow one.
    Opening,
}

/// How an account is traded to the weights it was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebalance {
    /// Instruments without a weight keep their position; else they are closed.
    pub keeps_others: bool,
    /// A trade worth less than this share of equity is left out, unless it closes a position.
    pub tolerance: Rate,
    /// A trade worth less than this is left out, unless it closes a position.
    pub least_trade: Money,
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
