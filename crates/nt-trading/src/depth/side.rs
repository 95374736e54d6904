/// A side of the book: that of the buyers or that of the sellers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepthSide {
    /// Buyers.
    Bid,
    /// Sellers.
    Ask,
}

impl DepthSide {
    /// The other side.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Bid => Self::Ask,
            Self::Ask => Self::Bid,
        }
    }

    /// Prices of both sides in one order: the better the price, the larger its key.
    pub(super) const fn key(self, price: i64) -> i64 {
        match self {
            Self::Bid => price,
            Self::Ask => -price,
        }
    }

    /// The price of a key.
    pub(super) const fn price(self, key: i64) -> i64 {
        self.key(key)
    }
}
