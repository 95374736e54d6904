use std::fmt;

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $number:literal $text:literal,)+) => {
        /// Why an order was denied, rejected, cancelled or expired. The number is what the event log
        /// carries; neither number nor text ever changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        pub enum Reason {
            $($(#[$doc])* $variant = $number,)+
        }

        impl Reason {
            /// Every reason, in the order of its number.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The reason of this number, as the event log carries it.
            #[must_use]
            pub fn from_number(number: u16) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| *reason as u16 == number)
            }

            /// The stable text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

reasons! {
    /// The quantity is zero, or the target is what is already held.
    QuantityZero = 1 "QUANTITY_ZERO",
    /// A price is zero or negative, or a trail is none.
    PriceNotPositive = 2 "PRICE_NOT_POSITIVE",
    /// The instrument is not one of the run's.
    UnknownInstrument = 3 "UNKNOWN_INSTRUMENT",
    /// A target quantity needs a market order.
    TargetNeedsMarket = 4 "TARGET_NEEDS_MARKET",
    /// IOC, FOK, at-open and at-close do not go with a trigger.
    TimeInForceNeedsNoStop = 5 "TIME_IN_FORCE_NEEDS_NO_STOP",
    /// A stop loss or take profit lies on the wrong side of the entry.
    ExitOnWrongSide = 6 "EXIT_ON_WRONG_SIDE",
    /// A reduce-only order that would not reduce.
    ReduceOnly = 7 "REDUCE_ONLY",
    /// The order quantity exceeds its limit.
    MaxOrderQuantity = 8 "MAX_ORDER_QUANTITY",
    /// The order value exceeds its limit.
    MaxOrderNotional = 9 "MAX_ORDER_NOTIONAL",
    /// The position would exceed its limit.
    MaxPosition = 10 "MAX_POSITION",
    /// Too many orders are working.
    MaxWorkingOrders = 11 "MAX_WORKING_ORDERS",
    /// The account is halted: its equity is gone.
    TradingHalted = 12 "TRADING_HALTED",
    /// A cash account cannot sell what it does not hold.
    ShortNotAllowed = 13 "SHORT_NOT_ALLOWED",
    /// The account cannot pay for the opening part of the order.
    InsufficientBuyingPower = 14 "INSUFFICIENT_BUYING_POWER",
    /// An IOC order could not fill at once.
    ImmediateOrCancel = 15 "IMMEDIATE_OR_CANCEL",
    /// A FOK order could not fill whole and at once.
    FillOrKill = 16 "FILL_OR_KILL",
    /// The day of a DAY order is over.
    EndOfDay = 17 "END_OF_DAY",
    /// The strategy or the user cancelled it.
    Requested = 18 "REQUESTED",
    /// The lot it was to close is gone.
    LotClosed = 19 "LOT_CLOSED",
    /// A number is beyond the integers of the instrument's scale.
    OutOfRange = 20 "OUT_OF_RANGE",
    /// No price of the instrument is known yet.
    NoPrice = 21 "NO_PRICE",
    /// A target sized at the decision was cut to what the account could pay for at the fill.
    CutToBuyingPower = 22 "CUT_TO_BUYING_POWER",
    /// A post-only order that would have taken.
    PostOnlyWouldTake = 40 "POST_ONLY_WOULD_TAKE",
    /// A cancel arrived when the order was no longer, or never, in the book.
    OrderNotWorking = 41 "ORDER_NOT_WORKING",
    /// Another order of its group filled.
    GroupFilled = 50 "GROUP_FILLED",
    /// The order whose fill it waited for ended without one.
    ParentEnded = 51 "PARENT_ENDED",
    /// An order that has ended cannot be modified.
    OrderEnded = 52 "ORDER_ENDED",
    /// A change names nothing, or something that the order does not have.
    NotItsTerms = 53 "NOT_ITS_TERMS",
    /// A new quantity must be more than what is filled.
    BelowFilled = 54 "BELOW_FILLED",
    /// The time until which the order was good is over.
    TimeOver = 55 "TIME_OVER",
    /// Post-only and a display quantity go with a limit order that may rest.
    NeedsRestingLimit = 57 "NEEDS_RESTING_LIMIT",
    /// An at-open or at-close order whose price was not met there.
    AuctionMissed = 58 "AUCTION_MISSED",
    /// A display quantity is not above 0, or more than the order's own.
    DisplayOutOfRange = 59 "DISPLAY_OUT_OF_RANGE",
    /// An order for an auction, or a change of one, arrived when the venue takes none any more.
    MissedCutoff = 68 "MISSED_CUTOFF",
    /// An at-open or at-close order on bars whose sessions are not known.
    SessionUnknown = 69 "SESSION_UNKNOWN",
    /// A later target for the instrument was given before trading began.
    Superseded = 70 "SUPERSEDED",
    /// A price is not a multiple of the instrument's tick size.
    PriceOffTick = 72 "PRICE_OFF_TICK",
    /// A quantity is not a multiple of the instrument's lot size.
    QuantityOffLot = 73 "QUANTITY_OFF_LOT",
    /// The quantity is below the least that the instrument takes.
    BelowMinQuantity = 74 "BELOW_MIN_QUANTITY",
    /// The value is below the least that the instrument takes.
    BelowMinNotional = 75 "BELOW_MIN_NOTIONAL",
    /// The instrument has expired.
    InstrumentExpired = 76 "INSTRUMENT_EXPIRED",
    /// The instrument is delisted.
    InstrumentDelisted = 80 "INSTRUMENT_DELISTED",
    /// A reverse split left less than one lot of the order.
    SplitLeftNothing = 81 "SPLIT_LEFT_NOTHING",
    /// The account did not meet its maintenance margin: the order reduces a position by force.
    Liquidation = 88 "LIQUIDATION",
    /// Taken back before a liquidation, as it would have opened.
    MarginCall = 89 "MARGIN_CALL",
    /// The cash is there, but the proceeds of sales among it have not settled.
    UnsettledCash = 90 "UNSETTLED_CASH",
    /// No rate of exchange of the instrument's currency is known yet.
    NoExchangeRate = 91 "NO_EXCHANGE_RATE",
    /// The weights of a rebalance come to more than the account's leverage.
    WeightsExceedLeverage = 96 "WEIGHTS_EXCEED_LEVERAGE",
    /// A later rebalance took its place.
    Rebalanced = 97 "REBALANCED",
    /// A rebalance does not go with matching in a queue.
    NeedsPathMatching = 98 "NEEDS_PATH_MATCHING",
    /// A conversion names one currency twice.
    SameCurrency = 105 "SAME_CURRENCY",
    /// A conversion of nothing, or of less.
    AmountNotPositive = 106 "AMOUNT_NOT_POSITIVE",
    /// A target, a rebalance, or a reduce-only order that names no lot, in a hedging account.
    NeedsNetting = 107 "NEEDS_NETTING",
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
