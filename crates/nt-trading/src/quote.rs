/// The best prices of one instrument from some moment on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The highest price at which somebody buys, in ticks; `None` where nobody does.
    pub bid: Option<i64>,
    /// The lowest price at which somebody sells, in ticks; `None` where nobody does.
    pub ask: Option<i64>,
    /// Lots wanted at the bid; 0 where that is unknown.
    pub bid_lots: i64,
    /// Lots offered at the ask; 0 where that is unknown.
    pub ask_lots: i64,
}

impl Quote {
    /// The price at which an order of this side takes: the ask for buys, the bid for sells.
    #[must_use]
    pub const fn far(&self, buys: bool) -> Option<i64> {
        if buys { self.ask } else { self.bid }
    }

    /// Lots at the far side; 0 where that is unknown.
    #[must_use]
    pub const fn far_lots(&self, buys: bool) -> i64 {
        if buys { self.ask_lots } else { self.bid_lots }
    }
}
