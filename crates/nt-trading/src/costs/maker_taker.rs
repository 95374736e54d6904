use nt_core::{Money, Rate};

/// A share of the value that depends on the liquidity: what rests in the book and fills makes it,
/// everything else takes it (see [`Execution::takes`](crate::Execution::takes)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MakerTakerFee {
    /// Share of the value of a fill that made liquidity.
    pub maker: Rate,
    /// Share of the value of a fill that took liquidity.
    pub taker: Rate,
}

impl MakerTakerFee {
    /// The fee of one fill of this value (not negative).
    #[must_use]
    pub fn of(&self, value: Money, takes: bool) -> Money {
        let rate = if takes { self.taker } else { self.maker };
        rate.of(value)
    }
}
