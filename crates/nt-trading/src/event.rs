use crate::{OrderId, OrderRequest, TickBar};

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
    /// A bar of one instrument closed while no order was working: only its last price counts.
    Price {
        /// Index of the instrument.
        instrument: u32,
        /// In ticks.
        price: i64,
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
    /// Every order of an instrument taken back, except the exits of open lots.
    CancelAll {
        /// Index of the instrument.
        instrument: u32,
    },
    /// New exits for the lot that this order opened; `None` removes.
    SetExits {
        /// Index of the instrument.
        instrument: u32,
        /// The order that opened the lot.
        lot: OrderId,
        /// Stop loss, in ticks.
        stop_loss: Option<i64>,
        /// Take profit, in ticks.
        take_profit: Option<i64>,
    },
}
