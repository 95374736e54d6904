use super::event::{DepthEvent, DepthEventKind};
use super::ladder::Ladder;
use super::side::DepthSide;

/// A price level: its price in ticks and the quantity displayed there in lots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepthLevel {
    /// Price, ticks.
    pub price: i64,
    /// Quantity displayed, lots.
    pub lots: i64,
}

/// A limit order book by price level, in integer ticks (at most 2^53 either way of zero) and lots.
///
/// Levels around the best price of each side stand in an array that follows the price, all others in
/// an ordered map; the best prices are known at any time without a search.
///
/// A book that is crossed (a bid at or above an ask, as when a feed tells of one side first) is kept
/// as it was told and [`Depth::is_crossed`] says so; nothing is removed on the strength of a guess.
#[derive(Clone, Debug)]
pub struct Depth {
    bids: Ladder,
    asks: Ladder,
}

impl Default for Depth {
    fn default() -> Self {
        Self::new()
    }
}

impl Depth {
    /// An empty book.
    #[must_use]
    pub fn new() -> Self {
        Self {
            bids: Ladder::new(),
            asks: Ladder::new(),
        }
    }

    /// Sets the quantity of a level and returns what was there; 0 or less removes it.
    pub fn set(&mut self, side: DepthSide, price: i64, lots: i64) -> i64 {
        self.ladder_mut(side).set(side.key(price), lots.max(0))
    }

    /// Takes over what an event says of the book; trades say nothing of it.
    pub fn apply(&mut self, event: &DepthEvent) {
        let DepthEvent { price, lots, .. } = *event;
        match event.kind {
            DepthEventKind::BidLevel => _ = self.set(DepthSide::Bid, price, lots),
            DepthEventKind::AskLevel => _ = self.set(DepthSide::Ask, price, lots),
            DepthEventKind::ClearBids => self.clear(DepthSide::Bid),
            DepthEventKind::ClearAsks => self.clear(DepthSide::Ask),
            DepthEventKind::BuyTrade | DepthEventKind::SellTrade => {}
        }
    }

    /// Removes every level of a side.
    pub fn clear(&mut self, side: DepthSide) {
        self.ladder_mut(side).clear();
    }

    /// Replaces the whole book by a snapshot.
    pub fn load(
        &mut self,
        bids: impl IntoIterator<Item = DepthLevel>,
        asks: impl IntoIterator<Item = DepthLevel>,
    ) {
        self.clear(DepthSide::Bid);
        self.clear(DepthSide::Ask);
        for level in bids {
            self.set(DepthSide::Bid, level.price, level.lots);
        }
        for level in asks {
            self.set(DepthSide::Ask, level.price, level.lots);
        }
    }

    /// The best level of a side, `None` where the side is empty.
    #[must_use]
    pub fn best(&self, side: DepthSide) -> Option<DepthLevel> {
        let (key, lots) = self.ladder(side).best()?;
        Some(DepthLevel {
            price: side.price(key),
            lots,
        })
    }

    /// Lots displayed at a price, 0 where there is no level.
    #[must_use]
    pub fn lots(&self, side: DepthSide, price: i64) -> i64 {
        self.ladder(side).get(side.key(price))
    }

    /// The levels of a side, the best first; `take(n)` gives the top of the book.
    pub fn levels(&self, side: DepthSide) -> impl Iterator<Item = DepthLevel> + '_ {
        self.ladder(side)
            .levels()
            .map(move |(key, lots)| DepthLevel {
                price: side.price(key),
                lots,
            })
    }

    /// Whether an order of this side and price would meet the other side of the book.
    #[must_use]
    pub fn would_take(&self, side: DepthSide, price: i64) -> bool {
        self.best(side.opposite())
            .is_some_and(|level| side.key(price) >= side.key(level.price))
    }

    /// Whether the best bid is at or above the best ask.
    #[must_use]
    pub fn is_crossed(&self) -> bool {
        self.best(DepthSide::Bid)
            .is_some_and(|bid| self.would_take(DepthSide::Bid, bid.price))
    }

    const fn ladder(&self, side: DepthSide) -> &Ladder {
        match side {
            DepthSide::Bid => &self.bids,
            DepthSide::Ask => &self.asks,
        }
    }

    const fn ladder_mut(&mut self, side: DepthSide) -> &mut Ladder {
        match side {
            DepthSide::Bid => &mut self.bids,
            DepthSide::Ask => &mut self.asks,
        }
    }
}
