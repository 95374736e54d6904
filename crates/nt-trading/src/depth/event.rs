/// What an event of a depth feed says. The numbers are those of the columns it comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum DepthEventKind {
    /// The quantity at a bid price is now this.
    BidLevel = 0,
    /// The quantity at an ask price is now this.
    AskLevel = 1,
    /// A buyer took this quantity from the asks.
    BuyTrade = 2,
    /// A seller took this quantity from the bids.
    SellTrade = 3,
    /// All bids are void: those that follow are a snapshot.
    ClearBids = 4,
    /// All asks are void: those that follow are a snapshot.
    ClearAsks = 5,
}

impl DepthEventKind {
    /// The kind of this number.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        Some(match number {
            0 => Self::BidLevel,
            1 => Self::AskLevel,
            2 => Self::BuyTrade,
            3 => Self::SellTrade,
            4 => Self::ClearBids,
            5 => Self::ClearAsks,
            _ => return None,
        })
    }
}

/// One event of a depth feed, at the time the exchange gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepthEvent {
    /// Exchange time, nanoseconds since the epoch, UTC.
    pub time: i64,
    /// What it says.
    pub kind: DepthEventKind,
    /// Price, ticks.
    pub price: i64,
    /// Quantity, lots: what the level now holds, or what was traded.
    pub lots: i64,
}
