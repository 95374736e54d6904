use crate::{
    Code, Error, InstrumentKind, InstrumentTerms, MONEY_DECIMALS, Money, Multiplier, Rate, Result,
    Scale, div_round_half_even,
};

/// What is traded: the scales in which its price and quantity are kept, its terms where it is more
/// than a share without rules, and the arithmetic that follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    id: String,
    price: Scale,
    quantity: Scale,
    /// The multiplier times 10 to the power of (9 - price decimals - quantity decimals).
    factor: Factor,
    /// The multiplier as a float, for marks.
    multiplier: f64,
    /// Apart, so that an instrument without terms stays small.
    terms: Option<Box<InstrumentTerms>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Factor {
    /// At most the multiplier in billionths.
    Multiply(i64),
    Divide(i128),
    Ratio(i128, i128),
}

/// Beyond so many decimals of price, quantity and multiplier together a product of the three may not
/// fit into 128 bits.
const MOST_DECIMALS: u32 = 23;

impl Factor {
    const fn of(multiplier: Multiplier, decimals: u32) -> Self {
        let (digits, further) = multiplier.parts();
        let (digits, decimals) = (digits as i128, decimals + further);
        if decimals <= MONEY_DECIMALS {
            return Self::Multiply((digits * 10_i128.pow(MONEY_DECIMALS - decimals)) as i64);
        }
        let divisor = 10_i128.pow(decimals - MONEY_DECIMALS);
        if digits == 1 {
            Self::Divide(divisor)
        } else {
            Self::Ratio(digits, divisor)
        }
    }
}

impl Instrument {
    /// An instrument by its identifier, `SYMBOL.VENUE` by convention.
    #[must_use]
    pub fn new(id: impl Into<String>, price: Scale, quantity: Scale) -> Self {
        Self {
            id: id.into(),
            price,
            quantity,
            factor: Factor::of(Multiplier::ONE, price.decimals() + quantity.decimals()),
            multiplier: 1.0,
            terms: None,
        }
    }

    /// The same instrument under terms.
    ///
    /// # Errors
    /// `INVALID_ARGUMENT` naming the term that is out of range.
    pub fn with_terms(self, terms: InstrumentTerms) -> Result<Self> {
        terms.validate()?;
        let decimals = self.price.decimals() + self.quantity.decimals();
        if decimals + terms.multiplier.parts().1 > MOST_DECIMALS {
            let message = format!(
                "multiplier of {} has too many decimals beside {decimals} of price and quantity: give fewer of any",
                self.id
            );
            return Err(Error::new(Code::InvalidArgument, message).with("field", "multiplier"));
        }
        Ok(Self {
            factor: Factor::of(terms.multiplier, decimals),
            multiplier: terms.multiplier.to_f64(),
            terms: Some(Box::new(terms)),
            ..self
        })
    }

    /// The identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The scale of its prices.
    #[must_use]
    pub const fn price_scale(&self) -> Scale {
        self.price
    }

    /// The scale of its quantities.
    #[must_use]
    pub const fn quantity_scale(&self) -> Scale {
        self.quantity
    }

    /// Its terms, where it has any beyond its scales.
    #[must_use]
    pub fn terms(&self) -> Option<&InstrumentTerms> {
        self.terms.as_deref()
    }

    /// Units of the underlying that one contract stands for; 1 where it has no terms.
    #[must_use]
    pub const fn multiplier(&self) -> f64 {
        self.multiplier
    }

    /// Whether opening a position exchanges no cash.
    #[must_use]
    pub fn is_margined(&self) -> bool {
        self.terms().is_some_and(|terms| terms.kind.is_margined())
    }

    /// Initial margin as a share of a position's value, where it is not that of the account. An
    /// option is paid for in full: the margin of its terms is that of writing it.
    #[must_use]
    pub fn margin(&self) -> Option<Rate> {
        if self.strike().is_some() {
            return Some(Rate::ONE);
        }
        self.terms()?.margin
    }

    /// The strike of an option, in ticks.
    #[must_use]
    pub fn strike(&self) -> Option<i64> {
        match self.terms()?.kind {
            InstrumentKind::Option { strike, .. } => Some(strike),
            _ => None,
        }
    }

    /// A price in ticks, moved up or down to a multiple of the tick size, at least one of them.
    #[must_use]
    pub fn on_tick(&self, price: i64, upwards: bool) -> i64 {
        let Some(terms) = self.terms() else {
            return price;
        };
        let below = price - price.rem_euclid(terms.tick_size);
        if upwards && below != price {
            below.saturating_add(terms.tick_size)
        } else {
            below.max(terms.tick_size)
        }
    }

    /// Signed lots without what is left over of the lot size, towards zero.
    #[must_use]
    pub fn whole_lots(&self, lots: i64) -> i64 {
        self.terms()
            .map_or(lots, |terms| lots - lots % terms.lot_size)
    }

    /// Price (ticks) times signed quantity (lots) times multiplier, in money. Exact where the
    /// decimals of the three add up to nine at most, otherwise rounded half to even to a billionth:
    /// the one rounding point of a fill.
    #[must_use]
    #[inline]
    pub const fn notional(&self, ticks: i64, lots: i64) -> Money {
        let product = ticks as i128 * lots as i128;
        Money::from_raw(match self.factor {
            Factor::Multiply(factor) => product * factor as i128,
            Factor::Divide(divisor) => div_round_half_even(product, divisor),
            Factor::Ratio(digits, divisor) => div_round_half_even(product * digits, divisor),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(kind: InstrumentKind, decimals: (u32, u32), multiplier: f64) -> Result<Instrument> {
        let scale = |decimals| Scale::new(decimals).unwrap();
        let expiry = matches!(kind, InstrumentKind::Future).then_some(1);
        Instrument::new("X.XTST", scale(decimals.0), scale(decimals.1)).with_terms(
            InstrumentTerms {
                multiplier: Multiplier::from_f64(multiplier)?,
                tick_size: 25,
                lot_size: 10,
                expiry,
                ..InstrumentTerms::new(kind)
            },
        )
    }

    #[test]
    fn a_contract_is_worth_its_multiplier() {
        let es = with(InstrumentKind::Future, (2, 0), 50.0).unwrap();
        assert_eq!(es.notional(450_025, 2).to_string(), "450025");
        assert!(es.is_margined());
        let small = with(InstrumentKind::Perpetual, (1, 0), 0.001).unwrap();
        assert_eq!(small.notional(432_105, -3).to_string(), "-129.6315");
        // 9 + 9 decimals and 12.5 of each: 1 tick of 1 lot is 0.0000000000000000125.
        let finest = with(InstrumentKind::Crypto, (9, 9), 12.5).unwrap();
        assert_eq!(finest.notional(80_000_000, 1).raw(), 1);
        assert_eq!(finest.notional(40_000_000, 1).raw(), 0);
        assert_eq!(finest.notional(120_000_000, 1).raw(), 2);
    }

    #[test]
    fn prices_and_quantities_come_to_the_grid() {
        let es = with(InstrumentKind::Future, (2, 0), 50.0).unwrap();
        assert_eq!(
            [99, 100, 101].map(|price| es.on_tick(price, true)),
            [100, 100, 125]
        );
        assert_eq!(
            [99, 100, 3].map(|price| es.on_tick(price, false)),
            [75, 100, 25]
        );
        assert_eq!([39, -39, 40].map(|lots| es.whole_lots(lots)), [30, -30, 40]);
    }

    #[test]
    fn products_that_may_not_fit_are_refused() {
        assert!(with(InstrumentKind::Crypto, (9, 9), 0.00001).is_ok());
        assert!(with(InstrumentKind::Crypto, (9, 9), 0.000_001).is_err());
    }

    #[test]
    fn notional_is_exact_up_to_nine_decimals() {
        let share = Instrument::new("GOOG.XNAS", Scale::new(2).unwrap(), Scale::new(0).unwrap());
        assert_eq!(share.notional(10_025, -3).to_string(), "-300.75");
    }

    #[test]
    fn beyond_nine_decimals_it_rounds_half_to_even() {
        let nano = Scale::new(9).unwrap();
        let coin = Instrument::new("BTC-USDT.BINANCE", nano, nano);
        assert_eq!(coin.notional(500_000_000, 1).raw(), 0);
        assert_eq!(coin.notional(1_500_000_000, 1).raw(), 2);
    }
}
