//! The named choices of a run from signals or orders.

macro_rules! choices {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $each:literal])+ $choice:ident = $text:literal,)+ })+) => {
        $($(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[doc = $each])+ $choice,)+
        }

        impl $name {
            /// Every choice as TypeScript names it.
            pub const NAMES: &[&str] = &[$($text),+];

            /// The choice of this name.
            #[must_use]
            pub fn of(name: &str) -> Option<Self> {
                match name {
                    $($text => Some(Self::$choice),)+
                    _ => None,
                }
            }
        })+
    };
}

choices! {
    /// What a size counts.
    SizeType {
        /// Units.
        Amount = "amount",
        /// Money, at the value price.
        Value = "value",
        /// A share of cash to buy, of the position to sell, of free cash to go short.
        Percent = "percent",
        /// Units to hold.
        TargetAmount = "target-amount",
        /// Money to hold, at the value price.
        TargetValue = "target-value",
        /// A share of the account's value to hold.
        TargetPercent = "target-percent",
    }

    /// The sides a position may be on.
    Direction {
        /// Long or flat.
        LongOnly = "long-only",
        /// Short or flat; a size above 0 sells.
        ShortOnly = "short-only",
        /// Either.
        Both = "both",
    }

    /// What to do with an entry and an exit of one side on one bar.
    Conflict {
        /// Neither.
        Ignore = "ignore",
        /// The entry.
        Entry = "entry",
        /// The exit.
        Exit = "exit",
        /// What keeps the position held; neither when flat.
        Adjacent = "adjacent",
        /// What ends the position held; neither when flat.
        Opposite = "opposite",
    }

    /// What to do with entries of both sides on one bar.
    SideConflict {
        /// Neither.
        Ignore = "ignore",
        /// The long one.
        Long = "long",
        /// The short one.
        Short = "short",
        /// That of the position held; neither when flat.
        Adjacent = "adjacent",
        /// That against the position held; neither when flat.
        Opposite = "opposite",
    }

    /// What an entry does to a position of the other side.
    OppositeEntry {
        /// Nothing.
        Ignore = "ignore",
        /// Closes it whole.
        Close = "close",
        /// Closes it, or takes a part of it where exits do.
        CloseReduce = "close-reduce",
        /// Turns it round.
        Reverse = "reverse",
        /// Turns it round, or takes a part of it where exits do.
        ReverseReduce = "reverse-reduce",
    }

    /// Whether entries add to a position and exits take parts of it.
    Accumulation {
        /// Neither.
        Disabled = "disabled",
        /// Both.
        Both = "both",
        /// Entries add.
        AddOnly = "add-only",
        /// Exits take parts.
        RemoveOnly = "remove-only",
    }

    /// The price that stops are measured from.
    StopEntryPrice {
        /// The value price of the bar.
        ValuePrice = "value-price",
        /// The price of the order.
        Price = "price",
        /// The price of the fill, slippage included.
        FillPrice = "fill-price",
        /// The close of the bar.
        Close = "close",
    }

    /// The price at which a stop goes out.
    StopExitPrice {
        /// The stop, without slippage.
        StopLimit = "stop-limit",
        /// The stop, with slippage.
        StopMarket = "stop-market",
        /// The price of an order on this bar, with slippage.
        Price = "price",
        /// The close, with slippage.
        Close = "close",
    }

    /// What a stop does to the position.
    StopExit {
        /// Closes it whole.
        Close = "close",
        /// Closes it, or takes a part of it where exits do.
        CloseReduce = "close-reduce",
        /// Turns it round.
        Reverse = "reverse",
        /// Turns it round, or takes a part of it where exits do.
        ReverseReduce = "reverse-reduce",
    }

    /// What adding to a position does to its stops.
    StopUpdate {
        /// Nothing.
        Keep = "keep",
        /// Sets them anew where the bar has any.
        Override = "override",
        /// Sets them anew, to none where the bar has none.
        OverrideNan = "override-nan",
    }

    /// The order in which the columns of a group come to their cash on one bar.
    CallSequence {
        /// As they stand.
        Default = "default",
        /// From the last to the first.
        Reversed = "reversed",
        /// Shuffled anew on each bar, from the seed.
        Random = "random",
        /// By the approximate value of their orders: sales pay for purchases.
        Auto = "auto",
    }
}

impl Accumulation {
    /// Whether an entry adds to a position of its side.
    #[must_use]
    pub const fn adds(self) -> bool {
        matches!(self, Self::Both | Self::AddOnly)
    }

    /// Whether an exit takes a part of the position.
    #[must_use]
    pub const fn removes(self) -> bool {
        matches!(self, Self::Both | Self::RemoveOnly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_choices_go_together() {
        assert_eq!(
            SizeType::of("target-percent"),
            Some(SizeType::TargetPercent)
        );
        assert_eq!(SizeType::of("targetpercent"), None);
        assert_eq!(
            CallSequence::NAMES,
            ["default", "reversed", "random", "auto"]
        );
    }
}
