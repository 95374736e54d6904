use crate::Reason;

/// Which side of a trade an order was on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Liquidity {
    /// It rested in the book and was met.
    Maker,
    /// It met what rested in the book.
    Taker,
}

/// What happened to an order or a request at the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepthOutcome {
    /// The order rests in the book.
    Accepted,
    /// The order did not reach the book.
    Refused(Reason),
    /// A part or all of the order traded.
    Filled {
        /// Price, ticks.
        price: i64,
        /// Quantity of this fill, lots.
        lots: i64,
        /// What is left of the order, lots.
        left: i64,
        /// Maker or taker.
        liquidity: Liquidity,
    },
    /// The order left the book.
    Cancelled {
        /// Quantity that never traded, lots.
        left: i64,
        /// Why it left.
        reason: Reason,
    },
    /// A cancel found nothing to cancel: the order was filled, cancelled or never accepted.
    CancelRefused(Reason),
}

/// A message of the exchange about an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepthReport {
    /// Exchange time, nanoseconds since the epoch, UTC.
    pub time: i64,
    /// Number of the order.
    pub order: u32,
    /// What happened.
    pub outcome: DepthOutcome,
}
