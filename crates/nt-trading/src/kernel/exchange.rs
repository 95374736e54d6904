use nt_core::{Money, Rate, div_round_half_even};

use super::Kernel;
use crate::account::RATE_UNITS;
use crate::{AccountKind, CurrencyCode, Reason, Record, RecordKind};

/// What one unit of a currency is worth in the base, as a fraction of two positive numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Quote {
    base: i128,
    foreign: i128,
}

impl Quote {
    const BASE: Self = Self {
        base: 1,
        foreign: 1,
    };

    fn in_base(self, amount: Money) -> Money {
        Money::from_raw(div_round_half_even(amount.raw() * self.base, self.foreign))
    }

    /// Rounded down.
    fn of_base(self, amount: Money) -> Money {
        Money::from_raw((amount.raw() * self.foreign).div_euclid(self.base))
    }

    /// Units of the other currency for one of this in trillionths, worse by `cost` for who gives this
    /// away, or who gets it.
    fn rate_to(self, other: Self, cost: Rate, gives: bool) -> Option<i64> {
        let (over, under) = (self.base * other.foreign, self.foreign * other.base);
        let one = i128::from(Rate::ONE.raw());
        let cost = i128::from(cost.raw());
        let rate = over.checked_mul(RATE_UNITS)? / under;
        let worse = if gives { one - cost } else { one + cost };
        let product = rate.checked_mul(worse)?;
        let rounded = if gives {
            product / one
        } else {
            (product + one - 1) / one
        };
        i64::try_from(rounded).ok().filter(|rate| *rate > 0)
    }
}

impl Kernel {
    /// Takes the last prices for the rates of exchange. The bars of a step are matched under those of
    /// the close before, which is all that was known at their opens.
    pub(super) fn refresh_rates(&mut self) {
        for (rate, currency) in self.rates.iter_mut().zip(&self.config.currencies.foreign) {
            let middle = self.quotes.middle(currency.rate);
            let price = middle.or(self.last_price[currency.rate as usize]);
            *rate = price.filter(|price| *price > 0).unwrap_or(*rate);
        }
    }

    fn currency_quote(&self, code: Option<CurrencyCode>) -> Option<Quote> {
        let Some(code) = code else {
            return Some(Quote::BASE);
        };
        let foreign = &self.config.currencies.foreign;
        let place = foreign.iter().position(|currency| currency.code == code)?;
        let decimals = self
            .instrument(foreign[place].rate)
            .price_scale()
            .decimals();
        let (price, one) = (i128::from(self.rates[place]), 10_i128.pow(decimals));
        let (base, units) = if foreign[place].inverse {
            (one, price)
        } else {
            (price, one)
        };
        (price > 0).then_some(Quote {
            base,
            foreign: units,
        })
    }

    fn quote_of(&self, instrument: u32) -> Option<Quote> {
        self.currency_quote(self.config.currencies.code_of(instrument))
    }

    /// Whether some instrument is in another currency than the account.
    #[inline]
    pub(super) const fn has_foreign(&self) -> bool {
        !self.rates.is_empty()
    }

    /// Whether an instrument's currency can be valued in the base.
    #[inline]
    pub(super) fn has_rate(&self, instrument: u32) -> bool {
        self.rates.is_empty() || self.quote_of(instrument).is_some()
    }

    /// An amount in an instrument's currency, in the base.
    #[inline]
    pub(super) fn in_base(&self, instrument: u32, amount: Money) -> Money {
        if self.rates.is_empty() {
            return amount;
        }
        self.quote_of(instrument)
            .map_or(Money::ZERO, |quote| quote.in_base(amount))
    }

    /// An amount in the base, in an instrument's currency; rounded down.
    #[inline]
    pub(super) fn of_base(&self, instrument: u32, amount: Money) -> Money {
        if self.rates.is_empty() {
            return amount;
        }
        self.quote_of(instrument)
            .map_or(Money::ZERO, |quote| quote.of_base(amount))
    }

    /// The balance and all foreign cash at the last rates, in the base currency: what equity adds to the
    /// value of positions.
    #[inline]
    pub(super) fn balance_in_base(&self) -> Money {
        if !self.has_foreign() {
            return self.ledger.balance();
        }
        self.cash_in_base() - self.ledger.cash() + self.ledger.balance()
    }

    /// All cash at the last rates, in the base currency.
    #[must_use]
    pub fn cash_in_base(&self) -> Money {
        let foreign = self.ledger.foreign_cash().map(|(code, cash)| {
            let quote = self.currency_quote(Some(code));
            quote.map_or(Money::ZERO, |quote| quote.in_base(cash))
        });
        self.ledger.cash() + foreign.sum::<Money>()
    }

    /// What a conversion adds to the price of what is bought in a foreign currency.
    pub(super) fn conversion_cost(&self, instrument: u32) -> Rate {
        let currencies = &self.config.currencies;
        if currencies.convert_fills && currencies.of(instrument).is_some() {
            currencies.cost
        } else {
            Rate::ZERO
        }
    }

    /// The cash that a cash account spends on an instrument, in its currency, where that is held.
    pub(super) fn own_cash(&self, instrument: u32) -> Option<Money> {
        let currencies = &self.config.currencies;
        let owns = self.config.account == AccountKind::Cash && !currencies.convert_fills;
        let code = currencies.code_of(instrument).filter(|_| owns)?;
        Some(self.ledger.cash_in(Some(code)))
    }

    /// Turns all cash in an instrument's currency, or what is owed in it, into the base currency.
    pub(super) fn convert_all_of(&mut self, instrument: u32) {
        if let Some(code) = self.config.currencies.code_of(instrument) {
            let cash = self.ledger.cash_in(Some(code));
            self.exchange((Some(code), None), cash);
        }
    }

    /// Converts an amount of one currency into another, where the account may and the rates are known;
    /// what was refused is in the log with its reason.
    pub(super) fn convert(
        &mut self,
        from: Option<CurrencyCode>,
        to: Option<CurrencyCode>,
        amount: Money,
    ) {
        let held = self.ledger.cash_in(from);
        let refused = match (self.currency_quote(from), self.currency_quote(to)) {
            _ if amount <= Money::ZERO || from == to => Some(Reason::QuantityZero),
            (Some(given), Some(_)) if amount <= held + self.borrowed(given) => None,
            (Some(_), Some(_)) => Some(Reason::InsufficientBuyingPower),
            _ => Some(Reason::NoExchangeRate),
        };
        match refused {
            None => self.exchange((from, to), amount),
            Some(reason) => self.log.append(Record {
                reason: reason as u16,
                ..self.conversion((from, to), amount)
            }),
        }
    }

    /// What a margin account may give away of a currency beyond what it holds: as much as it is worth.
    fn borrowed(&self, quote: Quote) -> Money {
        match self.config.account {
            AccountKind::Cash => Money::ZERO,
            AccountKind::Margin => quote.of_base(self.equity().max(Money::ZERO)),
        }
    }

    /// Books a conversion; a negative amount is got, not given.
    fn exchange(
        &mut self,
        (from, to): (Option<CurrencyCode>, Option<CurrencyCode>),
        amount: Money,
    ) {
        let (Some(given), Some(taken)) = (self.currency_quote(from), self.currency_quote(to))
        else {
            return;
        };
        let cost = self.config.currencies.cost;
        let Some(rate) = given.rate_to(taken, cost, amount > Money::ZERO) else {
            return;
        };
        if amount == Money::ZERO {
            return;
        }
        let record = Record {
            price: rate,
            ..self.conversion((from, to), amount)
        };
        self.log.append(record);
        self.ledger.post(&record);
    }

    fn conversion(
        &self,
        (from, to): (Option<CurrencyCode>, Option<CurrencyCode>),
        money: Money,
    ) -> Record {
        Record {
            quantity: from.map_or(0, CurrencyCode::number),
            stop: to.map_or(0, CurrencyCode::number),
            money,
            ..Record::new(self.step, self.time, RecordKind::Converted)
        }
    }
}
