use crate::{MONEY_DECIMALS, Money, Scale, div_round_half_even};

/// What is traded: the scales in which its price and quantity are kept, and the arithmetic that
/// follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    id: String,
    price: Scale,
    quantity: Scale,
    /// 10 to the power of (9 - price decimals - quantity decimals), as multiplier or divisor.
    factor: Factor,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Factor {
    Multiply(i128),
    Divide(i128),
}

impl Instrument {
    /// An instrument by its identifier, `SYMBOL.VENUE` by convention.
    #[must_use]
    pub fn new(id: impl Into<String>, price: Scale, quantity: Scale) -> Self {
        let decimals = price.decimals() + quantity.decimals();
        let factor = if decimals <= MONEY_DECIMALS {
            Factor::Multiply(10_i128.pow(MONEY_DECIMALS - decimals))
        } else {
            Factor::Divide(10_i128.pow(decimals - MONEY_DECIMALS))
        };
        Self {
            id: id.into(),
            price,
            quantity,
            factor,
        }
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

    /// Price (ticks) times signed quantity (lots), in money. Exact where the decimals of both add
    /// up to nine at most, otherwise rounded half to even to a billionth: the one rounding point
    /// of a fill.
    #[must_use]
    pub const fn notional(&self, ticks: i64, lots: i64) -> Money {
        let product = ticks as i128 * lots as i128;
        Money::from_raw(match self.factor {
            Factor::Multiply(factor) => product * factor,
            Factor::Divide(divisor) => div_round_half_even(product, divisor),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
