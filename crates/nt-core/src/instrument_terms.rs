use crate::{Code, Error, Money, Multiplier, Rate, Result};

/// What an instrument is, and what its listing demands of orders. Prices in ticks of its scale,
/// quantities in lots of its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentTerms {
    /// What it is.
    pub kind: InstrumentKind,
    /// Units of the underlying that one contract stands for.
    pub multiplier: Multiplier,
    /// Prices of orders and fills are multiples of this.
    pub tick_size: i64,
    /// Quantities of orders are multiples of this.
    pub lot_size: i64,
    /// Fewest lots an order may ask for; 0 is no limit.
    pub min_quantity: i64,
    /// Least value an order may have; zero is no limit.
    pub min_notional: Money,
    /// Initial margin as a share of the position's value, where it is not that of the account.
    pub margin: Option<Rate>,
    /// Nanoseconds since the epoch, UTC, from which it trades no more.
    pub expiry: Option<i64>,
}

/// Kinds of instrument, by how they are paid for and how they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstrumentKind {
    /// A share of a company.
    Equity,
    /// A share of a fund that trades like one of a company.
    Etf,
    /// A pair of currencies.
    Fx,
    /// A coin, paid for and delivered.
    Crypto,
    /// A future without an expiry, whose price funding ties to that of the coin.
    Perpetual,
    /// A future: settled at its expiry at its last price or a given one.
    Future,
    /// An option of European exercise, settled in cash at its expiry.
    Option {
        /// Which way it pays.
        right: OptionRight,
        /// In ticks of the option's own scale.
        strike: i64,
    },
}

/// Which way an option pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionRight {
    /// Pays what the underlying is above the strike.
    Call,
    /// Pays what the underlying is below the strike.
    Put,
}

impl InstrumentKind {
    /// Whether opening a position exchanges no cash: what it earns or loses is settled instead.
    #[must_use]
    pub const fn is_margined(self) -> bool {
        matches!(self, Self::Perpetual | Self::Future)
    }

    /// What one unit is settled at, in ticks, where the underlying is at `price`: an option at its
    /// intrinsic value, everything else at the price itself.
    #[must_use]
    pub const fn settlement(self, price: i64) -> i64 {
        let intrinsic = match self {
            Self::Option { right, strike } => match right {
                OptionRight::Call => price.saturating_sub(strike),
                OptionRight::Put => strike.saturating_sub(price),
            },
            _ => return price,
        };
        if intrinsic > 0 { intrinsic } else { 0 }
    }

    /// The name, as options and reports have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equity => "equity",
            Self::Etf => "etf",
            Self::Fx => "fx",
            Self::Crypto => "crypto",
            Self::Perpetual => "perpetual",
            Self::Future => "future",
            Self::Option { .. } => "option",
        }
    }
}

impl InstrumentTerms {
    /// A kind with a multiplier of one, no limits, the margin of the account and no expiry.
    #[must_use]
    pub const fn new(kind: InstrumentKind) -> Self {
        Self {
            kind,
            multiplier: Multiplier::ONE,
            tick_size: 1,
            lot_size: 1,
            min_quantity: 0,
            min_notional: Money::ZERO,
            margin: None,
            expiry: None,
        }
    }

    /// Checks the ranges.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` naming the field.
    pub(crate) fn validate(&self) -> Result<()> {
        let expires = matches!(
            self.kind,
            InstrumentKind::Future | InstrumentKind::Option { .. }
        );
        let is_margin = |margin: Rate| margin > Rate::ZERO && margin <= Rate::ONE;
        let fault = if self.tick_size < 1 {
            Some((
                "tickSize",
                "give a size that the decimals of the price can hold, above 0",
            ))
        } else if self.lot_size < 1 {
            Some((
                "lotSize",
                "give a size that the decimals of the quantity can hold, above 0",
            ))
        } else if self.min_quantity < 0 {
            Some(("minQuantity", "give 0 or more"))
        } else if self.min_notional.is_negative() {
            Some(("minNotional", "give 0 or more"))
        } else if !self.margin.is_none_or(is_margin) {
            Some(("marginRate", "give a share above 0 and at most 1"))
        } else if expires != self.expiry.is_some() {
            Some(("expiry", "futures and options have one, nothing else has"))
        } else if matches!(self.kind, InstrumentKind::Option { strike, .. } if strike < 1) {
            Some(("strike", "give a price above 0"))
        } else {
            None
        };
        fault.map_or(Ok(()), |(field, remedy)| {
            let message = format!("{field} does not fit a {}: {remedy}", self.kind.name());
            Err(Error::new(Code::InvalidArgument, message).with("field", field))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_settled_at_what_it_is_worth() {
        let option = |right| InstrumentKind::Option { right, strike: 100 };
        let call = [90, 100, 130].map(|price| option(OptionRight::Call).settlement(price));
        assert_eq!(call, [0, 0, 30]);
        let put = [90, 100, 130].map(|price| option(OptionRight::Put).settlement(price));
        assert_eq!(put, [10, 0, 0]);
        assert_eq!(InstrumentKind::Future.settlement(90), 90);
    }

    #[test]
    fn a_fault_names_its_field() {
        let with = |terms: InstrumentTerms| {
            let error = terms.validate().unwrap_err();
            error.details()[0].1.clone()
        };
        let equity = || InstrumentTerms::new(InstrumentKind::Equity);
        assert!(equity().validate().is_ok());
        assert_eq!(
            with(InstrumentTerms {
                tick_size: 0,
                ..equity()
            }),
            "tickSize"
        );
        assert_eq!(
            with(InstrumentTerms {
                lot_size: 0,
                ..equity()
            }),
            "lotSize"
        );
        assert_eq!(
            with(InstrumentTerms {
                min_quantity: -1,
                ..equity()
            }),
            "minQuantity"
        );
        assert_eq!(
            with(InstrumentTerms {
                margin: Some(Rate::ZERO),
                ..equity()
            }),
            "marginRate"
        );
        assert_eq!(
            with(InstrumentTerms {
                expiry: Some(1),
                ..equity()
            }),
            "expiry"
        );
        assert_eq!(with(InstrumentTerms::new(InstrumentKind::Future)), "expiry");
        let kind = InstrumentKind::Option {
            right: OptionRight::Put,
            strike: 0,
        };
        let option = InstrumentTerms {
            expiry: Some(1),
            ..InstrumentTerms::new(kind)
        };
        assert_eq!(with(option), "strike");
    }
}
