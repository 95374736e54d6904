use super::{Direction, SizeType};

/// One order as it goes to its execution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    /// What is asked for, in the unit of `size_type`; NaN is no order.
    pub size: f64,
    pub size_type: SizeType,
    pub direction: Direction,
    /// Price before slippage.
    pub price: f64,
    /// Fee as a share of what is traded.
    pub fees: f64,
    /// Fee of the order.
    pub fixed_fees: f64,
    /// Share by which the price is worse.
    pub slippage: f64,
    pub min_size: f64,
    pub max_size: f64,
    /// Step of sizes; NaN where any will do.
    pub granularity: f64,
    /// Whether shorts may take no more than free cash.
    pub lock_cash: bool,
    /// Whether less than what is asked for will do.
    pub allow_partial: bool,
}

/// What an order moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Balance {
    pub cash: f64,
    pub free_cash: f64,
    /// Units held, negative when short.
    pub position: f64,
    /// What the units sold short brought.
    pub debt: f64,
}

/// An order that went through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fill {
    /// Units bought, negative when sold.
    pub quantity: f64,
    /// Price with slippage.
    pub price: f64,
    pub fees: f64,
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Answer {
    Filled(Fill),
    /// Its size was NaN: there was no order.
    None,
    Unfilled(Reason),
}

/// Why an order did not fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The price is NaN.
    PriceNan,
    /// The value price is NaN.
    ValuePriceNan,
    /// The value of the account is NaN.
    ValueNan,
    /// The value of the account is 0 or less.
    ValueZeroOrLess,
    /// Nothing is left to trade.
    SizeZero,
    /// No cash to buy with.
    NoCashLong,
    /// No free cash to sell short with.
    NoCashShort,
    /// Nothing to close.
    NoOpenPosition,
    /// More than the maximal size.
    MaxSizeExceeded,
    /// Less than the minimal size.
    MinSizeNotReached,
    /// The cash does not cover the fees.
    CantCoverFees,
    /// Only a part would have filled.
    PartialFill,
}

impl Reason {
    /// Every reason, in the order of its number.
    pub const ALL: [Self; 12] = [
        Self::PriceNan,
        Self::ValuePriceNan,
        Self::ValueNan,
        Self::ValueZeroOrLess,
        Self::SizeZero,
        Self::NoCashLong,
        Self::NoCashShort,
        Self::NoOpenPosition,
        Self::MaxSizeExceeded,
        Self::MinSizeNotReached,
        Self::CantCoverFees,
        Self::PartialFill,
    ];

    /// Whether the order had no effect to have, instead of being against a limit.
    #[must_use]
    pub const fn is_ignored(self) -> bool {
        matches!(
            self,
            Self::PriceNan | Self::ValuePriceNan | Self::ValueNan | Self::SizeZero
        )
    }

    /// As TypeScript names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PriceNan => "PRICE_NAN",
            Self::ValuePriceNan => "VALUE_PRICE_NAN",
            Self::ValueNan => "VALUE_NAN",
            Self::ValueZeroOrLess => "VALUE_ZERO_OR_LESS",
            Self::SizeZero => "SIZE_ZERO",
            Self::NoCashLong => "NO_CASH_LONG",
            Self::NoCashShort => "NO_CASH_SHORT",
            Self::NoOpenPosition => "NO_OPEN_POSITION",
            Self::MaxSizeExceeded => "MAX_SIZE_EXCEEDED",
            Self::MinSizeNotReached => "MIN_SIZE_NOT_REACHED",
            Self::CantCoverFees => "CANT_COVER_FEES",
            Self::PartialFill => "PARTIAL_FILL",
        }
    }
}
